// A check-in to fill in: a few lines with hours, whose they were and the energy; three questions; and once a
// quarter a look back. Everything may stay empty.

import { Button, MultiSelect, NativeSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { Agenda, CheckIn } from "../../domain/agenda/check-in.ts";
import { call, type ValueOf } from "../../http/client.ts";
import { useChanges } from "../ask.ts";
import { counted } from "../in-words.ts";
import { agendaName } from "./agenda-mark.tsx";
import {
  type CheckInFields,
  emptyLine,
  inputOfFields,
  type LineFields,
  notedLine,
  type WordField,
} from "./check-in-fields.ts";
import { FormEnd } from "./form-end.tsx";

type Shown = ValueOf<"show-agenda">;

interface CheckInFormProps {
  readonly first: CheckInFields;
  /** The check-in that is changed; undefined for a new one. */
  readonly former: CheckIn | undefined;
  readonly shown: Shown;
  readonly today: string;
  onSaved(sentence: string): void;
  onCancel?(): void;
}

export function CheckInForm(props: CheckInFormProps) {
  const { first, former, shown, today, onSaved, onCancel } = props;
  const changes = useChanges();
  const [fields, setFields] = useState(first);
  const [made, setMade] = useState(1);
  const form = useRef<HTMLFormElement>(null);
  // The new thing stands above the button that asked for it.
  useEffect(() => {
    const boxes = form.current?.querySelectorAll<HTMLInputElement>(".check-in-line .what input");
    if (made > 1) [...(boxes ?? [])].at(-1)?.focus();
  }, [made]);
  const { lines, words, kind } = fields;
  const say = (key: string, said: Partial<LineFields>) =>
    setFields((now) => ({
      ...now,
      lines: now.lines.map((line) => (line.key === key ? { ...line, ...said } : line)),
    }));
  const write = (field: WordField) => (text: string) =>
    setFields((now) => ({ ...now, words: { ...now.words, [field]: text } }));
  const add = () => {
    setMade(made + 1);
    setFields({ ...fields, lines: [...lines, emptyLine(`new-${made}`)] });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    let sentence = "";
    const save = async () => {
      ({ sentence } = await call("save-check-in", inputOfFields(fields, former?.id)));
    };
    // Told once every answer is asked for again, so that a new form begins with what is so by then.
    changes.mutate(save, { onSuccess: () => onSaved(sentence) });
  };
  return (
    <form className="check-in" ref={form} onSubmit={submit}>
      {lines.map((line, place) => (
        <LineBoxes
          key={line.key}
          {...{ line, shown, former }}
          name={place === 0 ? "What did you do?" : "And what else?"}
          say={(said) => say(line.key, said)}
          {...(lines.length < 2
            ? {}
            : {
                remove: () =>
                  setFields({ ...fields, lines: lines.filter(({ key }) => key !== line.key) }),
              })}
        />
      ))}
      <Button variant="subtle" onClick={add}>
        Add another thing
      </Button>
      {former === undefined &&
        fields.on === today &&
        notedBeside(shown, lines).map((offer) => (
          <p key={offer.actionId} className="quiet">
            Noted this week: {counted(offer.hours, "hour")} for “<bdi>{offer.title}</bdi>”.{" "}
            <Button
              variant="subtle"
              size="compact-md"
              onClick={() => setFields({ ...fields, lines: [...lines, notedLine(offer)] })}
            >
              Take {offer.hours === 1 ? "it" : "them"} in
            </Button>
          </p>
        ))}
      <div className="check-in-words">
        <Words label="What went well?" value={words.wins} onWrite={write("wins")} />
        <Words label="Who helped?" value={words.whoHelped} onWrite={write("whoHelped")} />
        <Words label="What changed?" value={words.whatChanged} onWrite={write("whatChanged")} />
      </div>
      <details className="look-back" open={kind === "quarterly"}>
        <summary>Look back on the last months, if you have twenty minutes</summary>
        <LookBack {...{ fields, write }} />
      </details>
      <details>
        <summary>Another day than today</summary>
        <TextInput
          label="A day of the week that it is about"
          type="date"
          max={today}
          value={fields.on}
          onChange={(event) => setFields({ ...fields, on: event.currentTarget.value })}
        />
      </details>
      <FormEnd changes={changes} button="Keep it" isLarge onCancel={onCancel} />
    </form>
  );
}

/** Hours that were noted while the form was open, or taken out of it. */
function notedBeside({ offered }: Shown, lines: readonly LineFields[]): Shown["offered"] {
  const taken = new Set(lines.map(({ action }) => action));
  return offered.filter(({ actionId }) => !taken.has(actionId));
}

interface WordsProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  onWrite(text: string): void;
}

function Words({ label, description, value, onWrite }: WordsProps) {
  return (
    <Textarea
      label={label}
      description={description}
      value={value}
      autosize
      minRows={1}
      maxRows={8}
      onChange={(event) => onWrite(event.currentTarget.value)}
    />
  );
}

interface LookBackProps {
  readonly fields: CheckInFields;
  write(field: WordField): (text: string) => void;
}

function LookBack({ fields, write }: LookBackProps) {
  const { words } = fields;
  return (
    <>
      <p className="quiet">
        Read what you kept below first, if you like; it is often more than one thinks.
      </p>
      <div className="check-in-words">
        <Words
          label="The plan: what came true, what did not?"
          value={words.onPlan}
          onWrite={write("onPlan")}
        />
        <Words
          label="The goal: is it still yours?"
          value={words.onGoal}
          onWrite={write("onGoal")}
        />
        <Words label="What do you want to keep doing?" value={words.keep} onWrite={write("keep")} />
        <Words label="What do you want to stop?" value={words.stop} onWrite={write("stop")} />
      </div>
      <p>Where something is different now, say it once:</p>
      <ul>
        <li>
          the way up where you work, and how often something opens: <Link to="/record">Record</Link>
        </li>
        <li>
          why you are where you are, and what is in the way: <Link to="/interview">Interview</Link>
        </li>
        <li>
          how your work is and how you want it: <Link to="/compass">Compass</Link>
        </li>
        <li>
          what you can do by now: <Link to="/rate">Rate yourself</Link>
        </li>
        <li>
          the goal, its date and your hours: <Link to="/gaps">Goal and gaps</Link>
        </li>
        <li>
          the plan, made anew from today: <Link to="/today">Today</Link>
        </li>
      </ul>
    </>
  );
}

interface LineBoxesProps {
  readonly line: LineFields;
  readonly name: string;
  readonly shown: Shown;
  readonly former: CheckIn | undefined;
  say(said: Partial<LineFields>): void;
  remove?(): void;
}

function LineBoxes({ line, name, shown, former, say, remove }: LineBoxesProps) {
  const { choices, hasEmployer } = shown;
  const actions = withFormer(choices.actions, former);
  const noted = actions.find(({ id }) => id === line.action);
  const { position, action, skills } = line;
  const belongs = [
    ...choices.positions.filter(({ id }) => id === position).map(({ title }) => title),
    ...(noted === undefined ? [] : [noted.title]),
    ...choices.elements
      .filter(({ id }) => skills.includes(id))
      .map((one) => one.name.toLowerCase()),
  ];
  return (
    <fieldset className="check-in-line">
      <legend className="visually-hidden">{line.what === "" ? name : line.what}</legend>
      <TextInput
        className="what"
        label={name}
        description={
          line.what === "" && noted !== undefined ? `For your plan: ${noted.title}` : undefined
        }
        value={line.what}
        onChange={(event) => say({ what: event.currentTarget.value, proposed: false })}
      />
      <NumberInput
        label="Hours"
        value={line.hours}
        min={0}
        max={168}
        allowNegative={false}
        clampBehavior="none"
        step={0.5}
        hideControls
        onChange={(hours) => say({ hours })}
      />
      <NativeSelect
        label="Whose agenda?"
        value={line.agenda}
        // The choices are exactly the agendas, and none.
        onChange={(event) => say({ agenda: event.currentTarget.value as Agenda | "" })}
        data={[
          { value: "", label: "Not said" },
          ...(["mine", "employer", "both", "neither"] as const).map((agenda) => ({
            value: agenda,
            label: agendaName(agenda, hasEmployer),
          })),
        ]}
      />
      <EnergyChoice value={line.energy} onChoose={(energy) => say({ energy })} />
      <details>
        <summary>
          {belongs.length === 0 ? "What it belongs to" : `Belongs to: ${belongs.join(", ")}`}
        </summary>
        <div className="form">
          <NativeSelect
            label="Position"
            value={position}
            onChange={(event) => say({ position: event.currentTarget.value })}
            data={[
              { value: "", label: "None" },
              ...withKnown(
                choices.positions.map(({ id, title }) => ({ value: id, label: title })),
                position,
                "A position of before",
              ),
            ]}
          />
          <NativeSelect
            label="Step of your plan"
            description="Its hours then count for the plan too"
            value={action}
            onChange={(event) => say({ action: event.currentTarget.value })}
            data={[
              { value: "", label: "None" },
              ...actions.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
          <MultiSelect
            label="What it used"
            description="Skills, knowledge, abilities; two or three are enough"
            value={[...skills]}
            onChange={(chosen) => say({ skills: chosen })}
            data={choices.elements.map(({ id, name: label }) => ({ value: id, label }))}
            searchable
            maxValues={10}
            comboboxProps={{ withinPortal: false }}
          />
          {remove !== undefined && (
            <div className="buttons">
              <Button variant="subtle" color="gray" size="compact-md" onClick={remove}>
                Take this one out
              </Button>
            </div>
          )}
        </div>
      </details>
    </fieldset>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

function withKnown(choices: readonly Choice[], value: string, label: string): readonly Choice[] {
  return value === "" || choices.some((one) => one.value === value)
    ? choices
    : [...choices, { value, label }];
}

/** Actions of an earlier plan stay to be chosen where the check-in had them. */
function withFormer(actions: Shown["choices"]["actions"], former: CheckIn | undefined) {
  const known = new Set(actions.map(({ id }) => id));
  const had = (former?.lines ?? []).flatMap(({ action }) =>
    action === undefined || known.has(action.id) ? [] : [{ id: action.id, title: action.title }],
  );
  return [...actions, ...had];
}

const ENERGIES: readonly {
  readonly value: number;
  readonly label: string;
  readonly sign: string;
}[] = [
  { value: -2, label: "took a lot", sign: "−2" },
  { value: -1, label: "took some", sign: "−1" },
  { value: 0, label: "neither took nor gave", sign: "0" },
  { value: 1, label: "gave some", sign: "+1" },
  { value: 2, label: "gave a lot", sign: "+2" },
];

interface EnergyChoiceProps {
  readonly value: number | undefined;
  onChoose(energy: number | undefined): void;
}

/** Five answers in a row; the one that is chosen is let go of by choosing it again. */
function EnergyChoice({ value, onChoose }: EnergyChoiceProps) {
  const name = useId();
  return (
    <fieldset className="energy">
      <legend>Energy: took or gave?</legend>
      <div className="energy-choices">
        {ENERGIES.map((energy) => (
          <label key={energy.value}>
            <input
              type="radio"
              name={name}
              checked={value === energy.value}
              aria-label={energy.label}
              onChange={() => onChoose(energy.value)}
              onClick={() => value === energy.value && onChoose(undefined)}
            />
            <span>{energy.sign}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
