export {
  type ClassBoard,
  type ClassMember,
  type ClassOpened,
  type ClassReport,
  type ClassRequest,
  classBoard,
  classMember,
  classOpened,
  classReport,
  classRequest,
  type JoinRequest,
  joinRequest,
} from './class-board.ts';
export {
  COARSE_POINTS,
  coarseStride,
  isOnCoarseGrid,
  PER_STEP_MAX_PACE,
  REPLAY_PER_STEP_MAX,
} from './coarse-grid.ts';
export { type ConfigureRequest, configureRequest, type RequestedConfiguration } from './configure-request.ts';
export { cycleOf } from './cycle.ts';
export { renderErrorsDocument } from './errors-document.ts';
export { type EventId, formatEventId, parseEventId } from './event-id.ts';
export { type ExplainedStep, explainedStep } from './explained-step.ts';
export { type Health, health, type Liveness, liveness, type Readiness, readiness } from './health.ts';
export {
  DEFAULT_HISTORY_POINTS,
  type HistoryQuery,
  historyQuery,
  type SessionHistory,
  sessionHistory,
} from './history.ts';
export {
  DEFAULT_ISOMERS_A_PAGE,
  type IsomersQuery,
  isomersQuery,
  type SessionIsomers,
  sessionIsomers,
} from './isomers.ts';
export { jsonPointer } from './json-pointer.ts';
export { openApiDocument } from './openapi/openapi-document.ts';
export type {
  ChoiceParameter,
  NumberParameter,
  Parameter,
  SwitchParameter,
  TextParameter,
  WeightsParameter,
} from './parameter.ts';
export { PARAMETERS, type ParameterName } from './parameters.ts';
export { renderParametersTable } from './parameters-table.ts';
export {
  describeProblem,
  type ProblemDocument,
  type ProblemOccurrence,
  problemDocument,
} from './problem-document.ts';
export {
  isConfigurationErrorCode,
  isProblemCode,
  PROBLEMS,
  type ProblemCode,
  type ProblemKind,
  problemType,
} from './problems.ts';
export { requirementOf } from './requirement.ts';
export { type ScoringComponents, scoringComponents } from './scoring-components.ts';
export {
  SESSION_STATES,
  type SessionConfigured,
  type SessionPaused,
  type SessionReset,
  type SessionStarted,
  type SessionState,
  sessionConfigured,
  sessionId,
  sessionPath,
  sessionPaused,
  sessionReset,
  sessionStarted,
  sessionState,
} from './session.ts';
export {
  type PaceRequest,
  paceRequest,
  type SessionPaced,
  type SessionStepped,
  type StepRequest,
  sessionPaced,
  sessionStepped,
  stepRequest,
} from './session-control.ts';
export {
  type ResolvedConfiguration,
  resolvedConfiguration,
  type SessionStatus,
  sessionStatus,
} from './session-status.ts';
export { type StepExplanation, stepExplanation } from './step-explanation.ts';
export {
  type CompleteEvent,
  completeEvent,
  type ErrorEvent,
  errorEvent,
  type ProgressEvent,
  progressEvent,
  STREAM_EVENTS,
  type StreamEventName,
  type WaitingEvent,
  waitingEvent,
} from './stream-events.ts';
export { type StreamQuery, streamQuery } from './stream-query.ts';
export { type ThinningWindow, thinnedIndices } from './thinning.ts';
export { type InputProblem, type Validation, validate } from './validation.ts';
