/** The entry point of settle/action.yml. */
import { enter } from './enter.ts';

await enter('settle');
