// The mark of a decision everywhere: a diamond, filled where the person decided, hollow where others or
// circumstances did. Beside it the words say the same.

const SIZE = 14;

/** A diamond around the point, for a picture. */
export function DecisionDiamond(props: {
  readonly x: number;
  readonly y: number;
  readonly isMadeByOthers: boolean;
}) {
  const { x, y, isMadeByOthers } = props;
  const half = SIZE / 2;
  return (
    <path
      className={isMadeByOthers ? "decided by-others" : "decided"}
      d={`M${x} ${y - half} L${x + half} ${y} L${x} ${y + half} L${x - half} ${y} Z`}
    />
  );
}

/** The diamond in a line of text. */
export function DecisionMark({ isMadeByOthers }: { readonly isMadeByOthers: boolean }) {
  return (
    <svg viewBox="0 0 18 18" width="16" height="16" aria-hidden="true" className="decision-mark">
      <DecisionDiamond x={9} y={9} isMadeByOthers={isMadeByOthers} />
    </svg>
  );
}
