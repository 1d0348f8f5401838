import { readEnvironment } from '@shucu/kernel';
import { runProcess } from '@shucu/platform';
import { createApi } from './api.js';

await runProcess('api', async () => {
  const environment = readEnvironment();
  const app = await createApi(environment);
  await app.listen(environment.PORT, environment.HOST);
  return await app.getUrl();
});
