import { calls } from './calls.js';

Object.assign(globalThis, { calls });
