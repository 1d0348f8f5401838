export { type RuleParameters, type RuleParametersInput, ruleParametersSchema } from './rule-parameters.js';
export { type RuleOverrides, RuleSet } from './rule-set.entity.js';
export { RULE_SET_ABILITIES } from './rule-sets.abilities.js';
export { RuleSetsModule } from './rule-sets.module.js';
export { type NewRuleSet, RuleSetsService } from './rule-sets.service.js';
