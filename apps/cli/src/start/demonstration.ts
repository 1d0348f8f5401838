import { openDataSource } from '@shucu/database';
import {
  DEMONSTRATION_SEED,
  type DemoLogin,
  type DemoTenant,
  generateDemonstration,
  renewPasswords,
  writePlatformOperators,
  writeTenant,
} from '@shucu/demonstration';
import { PLUGINS } from '@shucu/platform';
import { PluginRegistry } from '@shucu/plugin-host';
import { judgedItems } from '@shucu/plugin-sdk';

/** A province of the demonstration with the logins of its people. */
export interface DemoProvince {
  readonly name: string;
  readonly years: readonly number[];
  readonly logins: readonly DemoLogin[];
  /** Chinese titles of the categories by id. */
  readonly categories: Readonly<Record<string, string>>;
}

/** All provinces, and those who run the platform. */
export interface Demonstration {
  readonly provinces: readonly DemoProvince[];
  readonly operators: readonly DemoLogin[];
}

/** Writes the demonstration unless it is there, and gives its people new passwords; begins no province once the signal aborts. */
export async function seedDemonstration(
  ownerUrl: string,
  say: (sentence: string) => void,
  signal: AbortSignal,
): Promise<Demonstration> {
  const plugins = await PluginRegistry.load(PLUGINS);
  const tenants: DemoTenant[] = generateDemonstration({
    seed: DEMONSTRATION_SEED,
    criteria: (category, variant) =>
      judgedItems(plugins.get(category), variant).map(({ row, criterion }) => ({
        indicatorId: row.indicator.id,
        criterionId: criterion.id,
      })),
  });
  const categories = Object.fromEntries(plugins.list().map(({ id, title }) => [id, title['zh-CN']]));
  const owner = await openDataSource({ url: ownerUrl, name: 'shucu-seed', poolSize: 1 });
  try {
    const provinces: DemoProvince[] = [];
    for (const demo of tenants) {
      signal.throwIfAborted();
      if (await writeTenant(owner, demo)) say(`wrote the demonstration of ${demo.tenant.name} …`);
      const logins = await renewPasswords(owner, demo);
      provinces.push({ name: demo.tenant.name, years: demo.evaluatedYears, logins, categories });
    }
    return { provinces, operators: await writePlatformOperators(owner) };
  } finally {
    await owner.destroy();
  }
}
