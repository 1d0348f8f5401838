import { defineJob } from '@shucu/jobs';
import { z } from 'zod';

/** Hashes every file of the tenant that a row rests on. */
export const CHECK_FILES = defineJob('evidence.checkFiles', z.object({}));
