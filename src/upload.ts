/** The entry point of upload/action.yml. */
import { enter } from './enter.ts';

await enter('upload');
