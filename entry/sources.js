// throughline/sources: public data from files, name to bytes, to a catalogue and what was wrong in them.

import { loadRoom } from "./load-room.js";

export const { readOnet } = loadRoom("sources/onet");
export const { readEsco } = loadRoom("sources/esco");
export const { readBls } = loadRoom("sources/bls");
export const { readCrosswalks } = loadRoom("sources/crosswalks");
export const { readStarter } = loadRoom("sources/starter");
export const { combineCatalogues } = loadRoom("domain/occupations/combine-catalogues");
