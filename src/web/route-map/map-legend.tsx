// What the marks on the map mean.

import { MAIN_WORDS, type MainKind } from "./map-words.ts";

export function MapLegend({ mainKind }: { readonly mainKind: MainKind }) {
  return (
    <ul className="map-legend">
      <li>
        <svg width="46" height="12" aria-hidden="true">
          <path className="leg-main" d="M2 6H44" />
        </svg>
        {MAIN_WORDS[mainKind].legend}
      </li>
      <li>
        <svg width="46" height="12" aria-hidden="true">
          <path className="leg" d="M2 6H44" />
        </svg>
        other ways
      </li>
      <li>
        <svg width="46" height="12" aria-hidden="true">
          <path className="leg-main thin" d="M2 6H20" />
          <path className="leg-main" d="M26 6H44" />
        </svg>
        the thicker, the more often it works out
      </li>
      <li>On each line: how long, fees, how often it works out.</li>
      <li>
        Keys on the map: arrows go from place to place, Enter reads on, + and − change the size.
      </li>
    </ul>
  );
}
