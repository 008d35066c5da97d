// The types of throughline/titles.

export {
  buildTitleIndex,
  type RankedTitle,
  rankTitles,
  type TitleEntry,
  type TitleIndex,
} from "../dist/domain/titles/title-index.js";
