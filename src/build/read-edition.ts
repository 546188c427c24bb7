/** The sources of an edition are read by the room that checks them, in the same pass. */
export { listSources, readEdition } from '../validate/read-edition.ts';
