import { Injectable } from '@nestjs/common';
import { type Application, type ReviewStage, STAGE_DEADLINES } from '@shucu/applications';
import { DeadlinesService } from '@shucu/deadlines';

/** Ends the limit of the stage that an application leaves. */
@Injectable()
export class StageEndingService {
  constructor(private readonly deadlines: DeadlinesService) {}

  /** The office has done its part, in time or late. */
  async meet({ id, state }: Application): Promise<void> {
    if (isLimited(state)) await this.deadlines.meet(STAGE_DEADLINES[state].kind, id);
  }

  /** The application is no longer with the office; its limit begins anew when it comes back. */
  async cancel({ id, state }: Application): Promise<void> {
    if (isLimited(state)) await this.deadlines.cancel(STAGE_DEADLINES[state].kind, id);
  }
}

function isLimited(state: Application['state']): state is ReviewStage {
  return state in STAGE_DEADLINES;
}
