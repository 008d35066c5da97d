import { expect, test } from "vitest";
import type { Progress } from "../operations/progress.ts";
import { makeTitleTraining, type TitleTrainingOptions } from "./title-training.ts";

/** Learning that waits to be told to go on. */
function trainingUnderTest(options: Partial<TitleTrainingOptions> = {}) {
  let begun = 0;
  let need: "untrained" | "trained" = "untrained";
  let tell: Progress = () => {};
  let finish = () => {};
  const closing = new AbortController();
  const training = makeTitleTraining({
    learn(signal, progress) {
      begun += 1;
      tell = progress;
      return new Promise((resolve) => {
        finish = () => {
          need = "trained";
          resolve("trained");
        };
        signal.addEventListener("abort", () => resolve("stopped"));
      });
    },
    need: async () => need,
    outlivesCalls: true,
    closing: closing.signal,
    ...options,
  });
  const ask = () => {
    const heard: [string, number | undefined][] = [];
    const leaving = new AbortController();
    const progress: Progress = (label, share) => heard.push([label, share]);
    const outcome = training.train({ signal: leaving.signal, progress });
    return { heard, outcome, leave: () => leaving.abort() };
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return {
    training,
    ask,
    settle,
    closing,
    begun: () => begun,
    tell: (label: string, share: number) => tell(label, share),
    finish: () => finish(),
  };
}

test("train() is joined by all who ask meanwhile, and each hears how far it is", async () => {
  const { training, ask, settle, tell, finish, begun } = trainingUnderTest();
  const first = ask();
  await settle();
  tell("Learning titles", 0.5);
  const second = ask();
  await settle();
  tell("Learning titles", 0.75);
  expect(await training.state()).toMatchObject({ state: "training", share: 0.75 });
  finish();
  expect([await first.outcome, await second.outcome]).toEqual(["trained", "trained"]);
  expect(begun()).toBe(1);
  expect(first.heard.map(([, share]) => share)).toEqual([0, 0.5, 0.75]);
  expect(second.heard.map(([, share]) => share)).toEqual([0.5, 0.75]);
  expect(await training.state()).toEqual({ state: "trained" });
  expect(await ask().outcome).toBe("trained");
  expect(begun()).toBe(1);
});

test("in a server train() goes on when who asked goes away; in a command it stops", async () => {
  const server = trainingUnderTest();
  const gone = server.ask();
  await server.settle();
  gone.leave();
  expect(await gone.outcome).toBe("stopped");
  expect(await server.training.state()).toMatchObject({ state: "training" });
  server.finish();
  await server.training.ended();
  expect(await server.training.state()).toEqual({ state: "trained" });

  const command = trainingUnderTest({ outlivesCalls: false });
  const stopped = command.ask();
  await command.settle();
  stopped.leave();
  expect(await stopped.outcome).toBe("stopped");
  await command.training.ended();
  expect(await command.training.state()).toEqual({ state: "untrained" });
});

test("stop() ends it for everybody and says whether there was any; so does the end of the program", async () => {
  const { training, ask, settle, closing } = trainingUnderTest();
  expect(training.stop()).toBe(false);
  const one = ask();
  await settle();
  expect(training.stop()).toBe(true);
  expect(await one.outcome).toBe("stopped");
  const other = ask();
  await settle();
  closing.abort();
  expect(await other.outcome).toBe("stopped");
});

test("train() of what needs none says so and begins nothing", async () => {
  const { ask, begun } = trainingUnderTest({ need: async () => "not-needed" });
  expect(await ask().outcome).toBe("not-needed");
  expect(begun()).toBe(0);
});

test("train() after stop() begins anew, though what was stopped still winds up", async () => {
  const { training, ask, settle, begun, finish } = trainingUnderTest();
  const first = ask();
  await settle();
  expect(training.stop()).toBe(true);
  expect(training.stop()).toBe(false);
  const second = ask();
  expect(await first.outcome).toBe("stopped");
  await settle();
  expect(begun()).toBe(2);
  expect(await training.state()).toMatchObject({ state: "training" });
  finish();
  expect(await second.outcome).toBe("trained");
  await training.ended();
});

test("ended() waits for what was stopped as well, though what came after it is over", async () => {
  const windingUp: (() => void)[] = [];
  const { training, ask, settle } = trainingUnderTest({
    learn: () => new Promise((resolve) => windingUp.push(() => resolve("stopped"))),
  });
  const first = ask();
  await settle();
  training.stop();
  const second = ask();
  await settle();
  windingUp[1]?.();
  await second.outcome;
  let isOver = false;
  const ended = training.ended().then(() => {
    isOver = true;
  });
  await settle();
  expect(isOver).toBe(false);
  windingUp[0]?.();
  await Promise.all([first.outcome, ended]);
});
