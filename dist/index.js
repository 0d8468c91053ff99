/** The entry point of action.yml. */
import { enter } from './enter.js';
await enter('wait');
