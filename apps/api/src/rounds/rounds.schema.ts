import { ROUND_STATES } from '@shucu/applications';
import { z } from 'zod';
import { changeOf, dateSchema, instantSchema, prose, text, yearSchema } from '../http/request.schema.js';

const changeableShape = {
  title: text(200),
  notice: prose(20_000),
  opensOn: dateSchema,
  closesOn: dateSchema,
};

export const newRoundSchema = z.strictObject({ year: yearSchema, ...changeableShape }).meta({ id: 'NewRound' });

export const roundChangeSchema = changeOf(changeableShape).meta({ id: 'RoundChange' });

export const roundSchema = z
  .object({
    id: z.uuid(),
    year: z.int(),
    title: z.string(),
    notice: z.string(),
    opensOn: z.string(),
    closesOn: z.string(),
    state: z.enum(ROUND_STATES),
    ruleSetId: z.uuid(),
    version: z.int(),
    calledBy: z.uuid(),
    calledAt: instantSchema,
  })
  .meta({ id: 'Round' });

export const roundsSchema = z.array(roundSchema).meta({ id: 'Rounds' });
