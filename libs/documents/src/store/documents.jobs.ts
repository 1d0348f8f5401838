import { defineJob } from '@shucu/jobs';
import { z } from 'zod';

/** Makes the three forms of one issued document. */
export const RENDER_DOCUMENT = defineJob('documents.render', z.object({ documentId: z.uuid() }));
