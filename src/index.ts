/** The entry point of action.yml. */
import { enter } from './enter.ts';

await enter('wait');
