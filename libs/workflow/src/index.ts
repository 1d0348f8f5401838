export { CaseStep } from './case-step.entity.js';
export { toMermaid } from './mermaid.js';
export { refuseStale } from './stale.js';
export {
  defineStateMachine,
  edgesOf,
  type StateDefinition,
  type StateMachine,
  type StateMachineDefinition,
  StateMachineError,
  type Titles,
  type TransitionDefinition,
  targetsOf,
} from './state-machine.js';
export { WorkflowModule } from './workflow.module.js';
export { type StepOrder, type StepTaken, WorkflowService } from './workflow.service.js';
