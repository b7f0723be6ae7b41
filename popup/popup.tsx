import { showQueue } from './show-queue.tsx';

await showQueue('popup');
