import { Injectable, Module } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';

/** A method of a provider that a decorator has marked. */
export interface MarkedMethod<Mark> {
  readonly mark: Mark;
  readonly instance: object;
  /** The method, bound to its provider. */
  readonly call: (...args: never[]) => unknown;
  /** `Class.method`, for people. */
  readonly place: string;
}

/** Finds what decorators of the house have marked, in every provider of the process. */
@Injectable()
export class MarkedMethods {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** The methods that carry metadata under the key. */
  find<Mark>(key: string): MarkedMethod<Mark>[] {
    return this.discovery.getProviders().flatMap(({ instance }) => {
      if (typeof instance !== 'object' || instance === null) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, MarkedMethod<Mark>['call']> | null;
      return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
        const call = prototype?.[method];
        const mark = call && this.reflector.get<Mark | undefined>(key, call);
        if (!call || mark === undefined) return [];
        return [{ mark, instance, call: call.bind(instance), place: `${instance.constructor.name}.${method}` }];
      });
    });
  }
}

/** {@link MarkedMethods} for a module that looks for its handlers. */
@Module({ imports: [DiscoveryModule], providers: [MarkedMethods], exports: [MarkedMethods] })
export class MarkedMethodsModule {}
