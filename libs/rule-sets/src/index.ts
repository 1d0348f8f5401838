export { type RuleOverrides, type RuleParameters, RuleSet, ruleParametersSchema } from './rule-set.entity.js';
export { RuleSetsModule } from './rule-sets.module.js';
export { type NewRuleSet, RuleSetsService } from './rule-sets.service.js';
