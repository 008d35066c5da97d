// throughline/titles: what a free-text title may mean.

import { loadRoom } from "./load-room.js";

export const { buildTitleIndex, rankTitles } = loadRoom("domain/titles/title-index");
