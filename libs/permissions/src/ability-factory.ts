import { Inject, Injectable } from '@nestjs/common';
import { type AbilityBasis, type AbilityDeclaration, buildAbility } from './abilities.js';
import type { Ability } from './ability.js';

export const ABILITY_DECLARATIONS = Symbol('AbilityDeclarations');

/** Builds abilities from what all features of the installation declare. */
@Injectable()
export class AbilityFactory {
  constructor(@Inject(ABILITY_DECLARATIONS) private readonly declarations: readonly AbilityDeclaration[]) {}

  abilityOf(basis: AbilityBasis): Ability {
    return buildAbility(this.declarations, basis);
  }

  /** Every `Subject:action` that a person with these roles may do, e.g. as scopes of a token. */
  scopesOf({ accountId, roles }: AbilityBasis): string[] {
    const { rules } = this.abilityOf({ accountId, roles });
    const pairs = rules.flatMap(({ action, subject }) =>
      [action].flat().flatMap((one) => [subject].flat().map((of) => `${String(of)}:${one}`)),
    );
    return [...new Set(pairs)].sort();
  }
}
