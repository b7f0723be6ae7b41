import { showQueue } from './show-queue.tsx';

showQueue('popup');
