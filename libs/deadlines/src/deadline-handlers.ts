import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MarkedMethods } from '@shucu/jobs';
import { type DeadlineHandler, ON_DEADLINE } from './on-deadline.decorator.js';

/** Finds the methods marked with `@OnDeadline`; a kind of deadline is answered by one at most. */
@Injectable()
export class DeadlineHandlers implements OnModuleInit {
  private readonly byKind = new Map<string, DeadlineHandler>();

  constructor(private readonly marked: MarkedMethods) {}

  /** Throws where two methods answer the same kind. */
  onModuleInit(): void {
    for (const { mark: kind, call } of this.marked.find<string>(ON_DEADLINE)) {
      if (this.byKind.has(kind)) throw new Error(`Deadlines of kind "${kind}" are answered twice`);
      this.byKind.set(kind, call as DeadlineHandler);
    }
  }

  find(kind: string): DeadlineHandler | undefined {
    return this.byKind.get(kind);
  }
}
