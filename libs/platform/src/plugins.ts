/** The category plugins of this installation: a new category is a package named here, nothing else. */
export const PLUGINS = ['@shucu/plugin-comprehensive', '@shucu/plugin-industry', '@shucu/plugin-functional'].map(
  (name) => import.meta.resolve(name),
);
