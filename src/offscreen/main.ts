import { answer } from '../messages/answer.ts';
import { isOwnPage } from '../platform/senders.ts';
import { handlers, receiveParcels } from './handlers.ts';

answer('offscreen', handlers, isOwnPage);
receiveParcels();
