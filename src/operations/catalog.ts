// The list of everything Throughline can do. An entry holds name, summary and access; the rest is
// loaded when it is needed, because importing a schema library costs more than starting Node.

import type { z } from "zod";
import type { OperationEntry } from "./operation.ts";

function reads(name: string, summary: string, load: OperationEntry["load"]): OperationEntry {
  return { name, summary, who: "person", readOnly: true, load };
}

function writes(name: string, summary: string, load: OperationEntry["load"]): OperationEntry {
  return { name, summary, who: "person", readOnly: false, load };
}

function works(name: string, summary: string, load: OperationEntry["load"]): OperationEntry {
  return { ...writes(name, summary, load), isLong: true };
}

/** Every operation, in the order in which a person would meet them. */
export const CATALOG: readonly OperationEntry[] = [
  reads(
    "plan",
    "Makes a dated plan from a record and a goal, with gaps, routes and backups, and stores nothing.",
    async () => (await import("./plan/plan.ts")).plan,
  ),
  reads(
    "find-gaps",
    "Lists what stands between the person and the goal.",
    async () => (await import("./gaps/find-gaps.ts")).findGaps,
  ),
  reads(
    "show-interview",
    "Shows the gap interview as it stands: the next question, what is known of it, and what each answer came to.",
    async () => (await import("./gaps/show-interview.ts")).showInterview,
  ),
  reads(
    "show-review-talk",
    "Shows the page to bring to the next talk with one's manager: what was done, where to, what to ask for.",
    async () => (await import("./gaps/show-review-talk.ts")).showReviewTalk,
  ),
  reads(
    "show-abilities",
    "Shows what the person is believed to be able to do, against an occupation, and where that comes from.",
    async () => (await import("./abilities/show-abilities.ts")).showAbilities,
  ),
  reads(
    "show-rating-scale",
    "Shows what is best rated next, with what the levels mean.",
    async () => (await import("./abilities/show-rating-scale.ts")).showRatingScale,
  ),
  reads(
    "show-compass",
    "Shows seven dimensions from job-like to career-like: how it is, how it is wanted, and what the record shows.",
    async () => (await import("./assessment/show-compass.ts")).showCompass,
  ),
  reads(
    "show-assessment",
    "Shows the questions on the seven dimensions, with what is answered so far.",
    async () => (await import("./assessment/show-assessment.ts")).showAssessment,
  ),
  reads(
    "find-routes",
    "Finds the sensible ways from here to the goal, and their backups.",
    async () => (await import("./routes/find-routes.ts")).findRoutes,
  ),
  reads(
    "find-springboards",
    "Finds the careers open within two moves of here, and the one thing that would open most.",
    async () => (await import("./routes/find-springboards.ts")).findSpringboards,
  ),
  reads(
    "search-occupations",
    "Finds occupations by any part of a title.",
    async () => (await import("./occupations/search-occupations.ts")).searchOccupations,
  ),
  reads(
    "show-occupation",
    "Shows one occupation: what it asks, what it pays, which licence it needs.",
    async () => (await import("./occupations/show-occupation.ts")).showOccupation,
  ),
  reads(
    "show-moves",
    "Shows where people go from an occupation, and apart from that what we would look at.",
    async () => (await import("./occupations/show-moves.ts")).showMoves,
  ),
  reads(
    "match-title",
    "Says which occupations a title may mean, and how sure that is.",
    async () => (await import("./occupations/match-title.ts")).matchTitle,
  ),
  reads(
    "list-examples",
    "Lists the bundled example careers.",
    async () => (await import("./record/list-examples.ts")).listExamples,
  ),
  reads(
    "show-record",
    "Shows the stored record, what each position is taken for, and the goal.",
    async () => (await import("./record/show-record.ts")).showRecord,
  ),
  reads(
    "list-decisions",
    "Lists the decisions about work on record, who made them and what came of them.",
    async () => (await import("./horizons/list-decisions.ts")).listDecisions,
  ),
  reads(
    "show-horizons",
    "Shows the three horizons, job, work and career: what is going on in each, and what belongs where.",
    async () => (await import("./horizons/show-horizons.ts")).showHorizons,
  ),
  reads(
    "show-statement",
    "Shows the career statement, its former versions, and what it can be drafted from.",
    async () => (await import("./horizons/show-statement.ts")).showStatement,
  ),
  reads(
    "export-record",
    "Gives the stored record as a JSON Resume document.",
    async () => (await import("./record/export-record.ts")).exportRecord,
  ),
  reads(
    "show-plan",
    "Shows the plan that was kept last, or an earlier one.",
    async () => (await import("./plan/show-plan.ts")).showPlan,
  ),
  reads(
    "show-backups",
    "Shows the chance with and without the backups, when to go over to one, and what bad luck would do.",
    async () => (await import("./plan/show-backups.ts")).showBackups,
  ),
  reads(
    "list-plans",
    "Lists every plan that was kept, the newest last.",
    async () => (await import("./plan/list-plans.ts")).listPlans,
  ),
  reads(
    "export-calendar",
    "Gives the plan as a calendar file: actions, milestones, tripwires and check-ins.",
    async () => (await import("./calendar/export-calendar.ts")).exportCalendar,
  ),
  reads(
    "show-feed",
    "Shows whether calendar programs may read the plan at an address of its own, and what it gives them.",
    async () => (await import("./calendar/show-feed.ts")).showFeed,
  ),
  reads(
    "compare-plans",
    "Shows what a kept plan has otherwise than an earlier one.",
    async () => (await import("./plan/compare-plans.ts")).comparePlans,
  ),
  reads(
    "show-today",
    "Shows this week and this month of the plan, what is overdue and what waits.",
    async () => (await import("./plan/show-today.ts")).showToday,
  ),
  reads(
    "show-agenda",
    "Shows whose agenda the last weeks served, what gives energy, and whether the hours go to the goal.",
    async () => (await import("./agenda/show-agenda.ts")).showAgenda,
  ),
  reads(
    "list-check-ins",
    "Lists the check-ins as they were said, and says when another would be welcome.",
    async () => (await import("./agenda/list-check-ins.ts")).listCheckIns,
  ),
  reads(
    "list-catalogues",
    "Lists the public catalogues: what was added, what it lacks, and whether its titles are learnt.",
    async () => (await import("./catalogues/list-catalogues.ts")).listCatalogues,
  ),
  writes(
    "import-resume",
    "Reads a JSON Resume document into the record, in place of what was there.",
    async () => (await import("./record/import-resume.ts")).importResume,
  ),
  writes(
    "import-example",
    "Puts a bundled example career into the record, in place of what was there.",
    async () => (await import("./record/import-example.ts")).importExample,
  ),
  writes(
    "save-position",
    "Adds a position to the record, or changes one.",
    async () => (await import("./record/save-position.ts")).savePosition,
  ),
  writes(
    "remove-position",
    "Takes a position out of the record.",
    async () => (await import("./record/remove-position.ts")).removePosition,
  ),
  writes(
    "save-ladder",
    "Keeps what one can rise to in an organisation: its positions upwards, how often one opens, who else wants it.",
    async () => (await import("./record/save-ladder.ts")).saveLadder,
  ),
  writes(
    "remove-ladder",
    "Takes the way up in an organisation out of the record.",
    async () => (await import("./record/remove-ladder.ts")).removeLadder,
  ),
  writes(
    "save-decision",
    "Keeps a decision about work: what else there was, why, who made it; or changes one.",
    async () => (await import("./horizons/save-decision.ts")).saveDecision,
  ),
  writes(
    "add-outcome",
    "Adds to a decision what came of it, with its date.",
    async () => (await import("./horizons/add-outcome.ts")).addOutcome,
  ),
  writes(
    "remove-decision",
    "Takes a decision out of the record.",
    async () => (await import("./horizons/remove-decision.ts")).removeDecision,
  ),
  writes(
    "set-horizons",
    "Keeps the person's own word on which horizons something belongs to.",
    async () => (await import("./horizons/set-horizons.ts")).setHorizons,
  ),
  writes(
    "save-statement",
    "Keeps a career statement in the person's own words; former ones stay in the history.",
    async () => (await import("./horizons/save-statement.ts")).saveStatement,
  ),
  writes(
    "remove-statement",
    "Takes one version of the career statement out of the record.",
    async () => (await import("./horizons/remove-statement.ts")).removeStatement,
  ),
  writes(
    "confirm-occupation",
    "Keeps the person's own word on what a position is.",
    async () => (await import("./record/confirm-occupation.ts")).confirmOccupation,
  ),
  writes(
    "rate-yourself",
    "Keeps the person's own word on their level of something, and says what that changes.",
    async () => (await import("./abilities/rate-yourself.ts")).rateYourself,
  ),
  writes(
    "answer-assessment",
    "Keeps answers to the questions on the seven dimensions, one or many, or takes them back.",
    async () => (await import("./assessment/answer-assessment.ts")).answerAssessment,
  ),
  writes(
    "set-wants",
    "Keeps how the person wants a dimension to be, or takes it back.",
    async () => (await import("./assessment/set-wants.ts")).setWants,
  ),
  writes(
    "set-country",
    "Keeps where the person lives.",
    async () => (await import("./record/set-country.ts")).setCountry,
  ),
  writes(
    "set-goal",
    "Keeps the goal and its limits, in place of the former one.",
    async () => (await import("./record/set-goal.ts")).setGoal,
  ),
  writes(
    "answer-question",
    "Keeps an answer of the gap interview as it was said, and says what it adds, removes or leaves to find out.",
    async () => (await import("./gaps/answer-question.ts")).answerQuestion,
  ),
  writes(
    "save-review-talk",
    "Keeps the person's own text of the page for the talk with their manager, or makes it anew.",
    async () => (await import("./gaps/save-review-talk.ts")).saveReviewTalk,
  ),
  writes(
    "answer-stage",
    "Leaves a stage out of every route or allows it again, and says what that changes.",
    async () => (await import("./routes/answer-stage.ts")).answerStage,
  ),
  writes(
    "choose-route",
    "Keeps which route is the plan's and which to fall back on, or takes the choice back.",
    async () => (await import("./routes/choose-route.ts")).chooseRoute,
  ),
  writes(
    "pin-route",
    "Keeps a route in sight for comparing, or lets go of it.",
    async () => (await import("./routes/pin-route.ts")).pinRoute,
  ),
  writes(
    "save-check-in",
    "Keeps what was done lately, whose agenda it served, what gave energy and what changed.",
    async () => (await import("./agenda/save-check-in.ts")).saveCheckIn,
  ),
  writes(
    "remove-check-in",
    "Takes a check-in out of the record.",
    async () => (await import("./agenda/remove-check-in.ts")).removeCheckIn,
  ),
  writes(
    "save-action",
    "Keeps a step of the person's own for the plan, or what is different about one of its steps.",
    async () => (await import("./plan/save-action.ts")).saveAction,
  ),
  writes(
    "remove-action",
    "Takes a step of the person's own out of the plan, or a change to one of its steps back.",
    async () => (await import("./plan/remove-action.ts")).removeAction,
  ),
  writes(
    "set-hazard",
    "Keeps the person's own value for something that can go wrong, or lets the usual one stand.",
    async () => (await import("./plan/set-hazard.ts")).setHazard,
  ),
  writes(
    "keep-plan",
    "Makes the plan for the stored record and goal, and keeps it.",
    async () => (await import("./plan/keep-plan.ts")).keepPlan,
  ),
  writes(
    "replan",
    "Makes the plan anew from today, with what was done and what slipped, and keeps it if asked.",
    async () => (await import("./plan/replan.ts")).replan,
  ),
  writes(
    "mark-action",
    "Notes that an action of the plan is done, late, blocked or dropped, or opens it again.",
    async () => (await import("./plan/mark-action.ts")).markAction,
  ),
  writes(
    "log-hours",
    "Notes hours that were worked on an action of the plan.",
    async () => (await import("./plan/log-hours.ts")).logHours,
  ),
  writes(
    "make-feed",
    "Makes a secret address at which calendar programs may read the plan, in place of the former one.",
    async () => (await import("./calendar/make-feed.ts")).makeFeed,
  ),
  writes(
    "revoke-feed",
    "Ends the address at which calendar programs read the plan.",
    async () => (await import("./calendar/revoke-feed.ts")).revokeFeed,
  ),
  {
    ...works(
      "add-catalogue",
      "Adds a full public release (O*NET, ESCO, BLS or crosswalks) and learns its titles.",
      async () => (await import("./catalogues/add-catalogue.ts")).addCatalogue,
    ),
    reachesOut: true,
  },
  writes(
    "remove-catalogue",
    "Removes a public catalogue that was added.",
    async () => (await import("./catalogues/remove-catalogue.ts")).removeCatalogue,
  ),
  works(
    "train-titles",
    "Learns the titles of the catalogues that were added, or joins the learning under way.",
    async () => (await import("./catalogues/train-titles.ts")).trainTitles,
  ),
  writes(
    "stop-training",
    "Stops the learning of titles that is under way.",
    async () => (await import("./catalogues/stop-training.ts")).stopTraining,
  ),
  writes(
    "delete-everything",
    "Deletes the record, the goal and every plan, for good.",
    async () => (await import("./record/delete-everything.ts")).deleteEverything,
  ),
];

interface TypesOf<O extends { readonly input: z.ZodType; readonly output: z.ZodType }> {
  readonly input: z.input<O["input"]>;
  readonly output: z.output<O["output"]>;
}

/** What goes into and comes out of each operation, for clients. Types alone; nothing is loaded. */
export interface OperationTypes {
  readonly plan: TypesOf<typeof import("./plan/plan.ts").plan>;
  readonly "find-gaps": TypesOf<typeof import("./gaps/find-gaps.ts").findGaps>;
  readonly "show-interview": TypesOf<typeof import("./gaps/show-interview.ts").showInterview>;
  readonly "show-review-talk": TypesOf<typeof import("./gaps/show-review-talk.ts").showReviewTalk>;
  readonly "save-review-talk": TypesOf<typeof import("./gaps/save-review-talk.ts").saveReviewTalk>;
  readonly "answer-question": TypesOf<typeof import("./gaps/answer-question.ts").answerQuestion>;
  readonly "show-abilities": TypesOf<typeof import("./abilities/show-abilities.ts").showAbilities>;
  readonly "show-rating-scale": TypesOf<
    typeof import("./abilities/show-rating-scale.ts").showRatingScale
  >;
  readonly "show-compass": TypesOf<typeof import("./assessment/show-compass.ts").showCompass>;
  readonly "show-assessment": TypesOf<
    typeof import("./assessment/show-assessment.ts").showAssessment
  >;
  readonly "find-routes": TypesOf<typeof import("./routes/find-routes.ts").findRoutes>;
  readonly "find-springboards": TypesOf<
    typeof import("./routes/find-springboards.ts").findSpringboards
  >;
  readonly "search-occupations": TypesOf<
    typeof import("./occupations/search-occupations.ts").searchOccupations
  >;
  readonly "show-occupation": TypesOf<
    typeof import("./occupations/show-occupation.ts").showOccupation
  >;
  readonly "show-moves": TypesOf<typeof import("./occupations/show-moves.ts").showMoves>;
  readonly "match-title": TypesOf<typeof import("./occupations/match-title.ts").matchTitle>;
  readonly "list-examples": TypesOf<typeof import("./record/list-examples.ts").listExamples>;
  readonly "show-record": TypesOf<typeof import("./record/show-record.ts").showRecord>;
  readonly "list-decisions": TypesOf<typeof import("./horizons/list-decisions.ts").listDecisions>;
  readonly "show-horizons": TypesOf<typeof import("./horizons/show-horizons.ts").showHorizons>;
  readonly "show-statement": TypesOf<typeof import("./horizons/show-statement.ts").showStatement>;
  readonly "export-record": TypesOf<typeof import("./record/export-record.ts").exportRecord>;
  readonly "show-plan": TypesOf<typeof import("./plan/show-plan.ts").showPlan>;
  readonly "show-backups": TypesOf<typeof import("./plan/show-backups.ts").showBackups>;
  readonly "list-plans": TypesOf<typeof import("./plan/list-plans.ts").listPlans>;
  readonly "export-calendar": TypesOf<
    typeof import("./calendar/export-calendar.ts").exportCalendar
  >;
  readonly "show-feed": TypesOf<typeof import("./calendar/show-feed.ts").showFeed>;
  readonly "show-agenda": TypesOf<typeof import("./agenda/show-agenda.ts").showAgenda>;
  readonly "list-check-ins": TypesOf<typeof import("./agenda/list-check-ins.ts").listCheckIns>;
  readonly "save-check-in": TypesOf<typeof import("./agenda/save-check-in.ts").saveCheckIn>;
  readonly "remove-check-in": TypesOf<typeof import("./agenda/remove-check-in.ts").removeCheckIn>;
  readonly "list-catalogues": TypesOf<
    typeof import("./catalogues/list-catalogues.ts").listCatalogues
  >;
  readonly "import-resume": TypesOf<typeof import("./record/import-resume.ts").importResume>;
  readonly "import-example": TypesOf<typeof import("./record/import-example.ts").importExample>;
  readonly "save-position": TypesOf<typeof import("./record/save-position.ts").savePosition>;
  readonly "remove-position": TypesOf<typeof import("./record/remove-position.ts").removePosition>;
  readonly "save-ladder": TypesOf<typeof import("./record/save-ladder.ts").saveLadder>;
  readonly "remove-ladder": TypesOf<typeof import("./record/remove-ladder.ts").removeLadder>;
  readonly "save-decision": TypesOf<typeof import("./horizons/save-decision.ts").saveDecision>;
  readonly "add-outcome": TypesOf<typeof import("./horizons/add-outcome.ts").addOutcome>;
  readonly "remove-decision": TypesOf<
    typeof import("./horizons/remove-decision.ts").removeDecision
  >;
  readonly "set-horizons": TypesOf<typeof import("./horizons/set-horizons.ts").setHorizons>;
  readonly "save-statement": TypesOf<typeof import("./horizons/save-statement.ts").saveStatement>;
  readonly "remove-statement": TypesOf<
    typeof import("./horizons/remove-statement.ts").removeStatement
  >;
  readonly "confirm-occupation": TypesOf<
    typeof import("./record/confirm-occupation.ts").confirmOccupation
  >;
  readonly "rate-yourself": TypesOf<typeof import("./abilities/rate-yourself.ts").rateYourself>;
  readonly "answer-assessment": TypesOf<
    typeof import("./assessment/answer-assessment.ts").answerAssessment
  >;
  readonly "set-wants": TypesOf<typeof import("./assessment/set-wants.ts").setWants>;
  readonly "set-country": TypesOf<typeof import("./record/set-country.ts").setCountry>;
  readonly "set-goal": TypesOf<typeof import("./record/set-goal.ts").setGoal>;
  readonly "answer-stage": TypesOf<typeof import("./routes/answer-stage.ts").answerStage>;
  readonly "choose-route": TypesOf<typeof import("./routes/choose-route.ts").chooseRoute>;
  readonly "pin-route": TypesOf<typeof import("./routes/pin-route.ts").pinRoute>;
  readonly "save-action": TypesOf<typeof import("./plan/save-action.ts").saveAction>;
  readonly "remove-action": TypesOf<typeof import("./plan/remove-action.ts").removeAction>;
  readonly "set-hazard": TypesOf<typeof import("./plan/set-hazard.ts").setHazard>;
  readonly "keep-plan": TypesOf<typeof import("./plan/keep-plan.ts").keepPlan>;
  readonly "compare-plans": TypesOf<typeof import("./plan/compare-plans.ts").comparePlans>;
  readonly "show-today": TypesOf<typeof import("./plan/show-today.ts").showToday>;
  readonly replan: TypesOf<typeof import("./plan/replan.ts").replan>;
  readonly "mark-action": TypesOf<typeof import("./plan/mark-action.ts").markAction>;
  readonly "log-hours": TypesOf<typeof import("./plan/log-hours.ts").logHours>;
  readonly "make-feed": TypesOf<typeof import("./calendar/make-feed.ts").makeFeed>;
  readonly "revoke-feed": TypesOf<typeof import("./calendar/revoke-feed.ts").revokeFeed>;
  readonly "add-catalogue": TypesOf<typeof import("./catalogues/add-catalogue.ts").addCatalogue>;
  readonly "remove-catalogue": TypesOf<
    typeof import("./catalogues/remove-catalogue.ts").removeCatalogue
  >;
  readonly "train-titles": TypesOf<typeof import("./catalogues/train-titles.ts").trainTitles>;
  readonly "stop-training": TypesOf<typeof import("./catalogues/stop-training.ts").stopTraining>;
  readonly "delete-everything": TypesOf<
    typeof import("./record/delete-everything.ts").deleteEverything
  >;
}
