/** The entry point of upload/action.yml. */
import { enter } from './enter.js';
await enter('upload');
