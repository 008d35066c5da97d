// What one may wish of a route, asked for in a small form: whether one does it, and if none, why, and what
// would make it so. Nothing of it is kept; limits that hold are the goal's.

import { Button, Checkbox, NumberInput } from "@mantine/core";
import { useState } from "react";
import type { InputOf, ValueOf } from "../../http/client.ts";
import { useAnswer } from "../ask.ts";
import { unbroken } from "../in-words.ts";
import { ProblemLine } from "./problem-note.tsx";

type Wishes = Pick<
  InputOf<"find-routes">,
  "underMonths" | "underFees" | "chanceAbove" | "noPayCut" | "noSchooling" | "oneMove"
>;
type Answers = ValueOf<"find-routes">["wishes"];

/** As the boxes have it: empty text where nothing is said. */
interface WishFields {
  readonly months: number | string;
  readonly fees: number | string;
  readonly inHundred: number | string;
  readonly noPayCut: boolean;
  readonly noSchooling: boolean;
  readonly oneMove: boolean;
}

const NOTHING_WISHED: WishFields = {
  months: "",
  fees: "",
  inHundred: "",
  noPayCut: false,
  noSchooling: false,
  oneMove: false,
};

function wishesOf(fields: WishFields): Wishes {
  const { months, fees, inHundred, noPayCut, noSchooling, oneMove } = fields;
  return {
    ...(typeof months === "number" ? { underMonths: months } : {}),
    ...(typeof fees === "number" ? { underFees: fees } : {}),
    ...(typeof inHundred === "number" ? { chanceAbove: inHundred / 100 } : {}),
    ...(noPayCut ? { noPayCut } : {}),
    ...(noSchooling ? { noSchooling } : {}),
    ...(oneMove ? { oneMove } : {}),
  };
}

interface WishFormProps {
  readonly currency: string;
}

/** Shows the boxes, and beneath them the answer to what was asked last. */
export function WishForm({ currency }: WishFormProps) {
  const [fields, setFields] = useState(NOTHING_WISHED);
  const [asked, setAsked] = useState<Wishes>({});
  const isAsked = Object.keys(asked).length > 0;
  const found = useAnswer("find-routes", asked, { enabled: isAsked });
  const say = (said: Partial<WishFields>) => setFields({ ...fields, ...said });
  const wished = wishesOf(fields);
  return (
    <section aria-labelledby="wishes">
      <h2 id="wishes">Would you like it otherwise?</h2>
      <p>Say what you wish for; what you leave empty does not matter.</p>
      <form
        className="form wishes"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(wished);
        }}
      >
        <div className="wish-numbers">
          <NumberInput
            label="Under so many months"
            value={fields.months}
            onChange={(months) => say({ months })}
            min={1}
            max={600}
            hideControls
          />
          <NumberInput
            label={`Fees under (${currency})`}
            value={fields.fees}
            onChange={(fees) => say({ fees })}
            min={0}
            thousandSeparator=","
            hideControls
          />
          <NumberInput
            label="Works out more often than (in 100)"
            value={fields.inHundred}
            onChange={(inHundred) => say({ inHundred })}
            min={0}
            max={99}
            hideControls
          />
        </div>
        <Checkbox
          label="Never pays less than now"
          checked={fields.noPayCut}
          onChange={(event) => say({ noPayCut: event.currentTarget.checked })}
        />
        <Checkbox
          label="No further schooling"
          checked={fields.noSchooling}
          onChange={(event) => say({ noSchooling: event.currentTarget.checked })}
        />
        <Checkbox
          label="One move only"
          checked={fields.oneMove}
          onChange={(event) => say({ oneMove: event.currentTarget.checked })}
        />
        <div>
          <Button type="submit" variant="default">
            Look for such a way
          </Button>
        </div>
      </form>
      <ProblemLine error={found.error} />
      <div role="status" className="wish-answers">
        {isAsked && found.isPending && <p className="quiet">Looking…</p>}
        {isAsked && found.data !== undefined && <WishAnswers answers={found.data.wishes} />}
      </div>
    </section>
  );
}

function WishAnswers({ answers }: { readonly answers: Answers }) {
  if (answers.length === 0) return <p>There is no way to look at.</p>;
  return (
    <>
      <ul>
        {answers.map(({ wish, met, text }) => (
          <li key={wish}>
            {met && <strong>There is one: </strong>}
            {unbroken(text)}
          </li>
        ))}
      </ul>
      {answers.length > 1 && (
        <p className="quiet">Each wish is answered on its own; no one way need do all of them.</p>
      )}
    </>
  );
}
