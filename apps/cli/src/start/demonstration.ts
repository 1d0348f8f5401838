import { openDataSource } from '@shucu/database';
import { type DemoLogin, type DemoTenant, generateDemonstration, renewLogins, writeTenant } from '@shucu/demonstration';
import { PLUGINS } from '@shucu/platform';
import { PluginRegistry } from '@shucu/plugin-host';
import { judgedItems } from '@shucu/plugin-sdk';

/** The same seed gives the same provinces, people and records. */
const SEED = 'shucu';

/** A province of the demonstration with the logins of its people. */
export interface DemoProvince {
  readonly name: string;
  readonly years: readonly number[];
  readonly logins: readonly DemoLogin[];
}

/** Writes the demonstration unless it is there, and gives its people new tokens. */
export async function seedDemonstration(ownerUrl: string): Promise<DemoProvince[]> {
  const plugins = await PluginRegistry.load(PLUGINS);
  const tenants: DemoTenant[] = generateDemonstration({
    seed: SEED,
    criteria: (category, variant) =>
      judgedItems(plugins.get(category), variant).map(({ row, criterion }) => ({
        indicatorId: row.indicator.id,
        criterionId: criterion.id,
      })),
  });
  const owner = await openDataSource({ url: ownerUrl, name: 'shucu-seed', poolSize: 1 });
  try {
    const provinces: DemoProvince[] = [];
    for (const demo of tenants) {
      await writeTenant(owner, demo);
      const logins = await renewLogins(owner, demo);
      provinces.push({ name: demo.tenant.name, years: demo.evaluatedYears, logins });
    }
    return provinces;
  } finally {
    await owner.destroy();
  }
}
