/** The entry point of settle/action.yml. */
import { enter } from './enter.js';
await enter('settle');
