import { AppError } from '@shucu/kernel';
import { PluginRegistry } from './plugin-registry.js';

const fixture = (name: string): string => new URL(`../../fixtures/${name}.mjs`, import.meta.url).href;

describe('PluginRegistry', () => {
  it('refuses a plugin for another SDK, and says which one it needs and which one is here', async () => {
    const load = PluginRegistry.load([fixture('wayward-plugin'), fixture('future-plugin')]);
    await expect(load).rejects.toThrow(/future@1\.0\.0 needs SDK \^2\.0\.0, this platform has 1\./);
    await expect(load).rejects.toBeInstanceOf(AppError);
  });

  it('gives a plugin with the module that the sandbox imports, and names the known ones for an unknown id', async () => {
    const registry = await PluginRegistry.load([fixture('wayward-plugin')]);
    expect(registry.list().map(({ id }) => id)).toEqual(['wayward']);
    expect(registry.module('wayward').moduleUrl).toBe(fixture('wayward-plugin'));
    expect(registry.find('other')).toBeUndefined();
    expect(() => registry.get('other')).toThrow(/other.*wayward/);
  });
});
