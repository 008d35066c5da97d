// throughline/titles: what a free-text title may mean. Types: dist/domain/titles/title-index.d.ts.

import { loadRoom } from "./load-room.js";

export const { buildTitleIndex, rankTitles } = loadRoom("domain/titles/title-index");
