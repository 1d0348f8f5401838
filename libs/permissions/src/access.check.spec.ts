import 'reflect-metadata';
import { Controller, Get, Global, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TenancyService } from '@shucu/tenancy';
import { AUTHENTICATOR, PermissionsModule, Public, REFUSALS, Requires } from './index.js';
import './parcel.fixture.js';

@Controller('guarded')
class GuardedController {
  @Get()
  @Requires('read', 'Parcel')
  read(): string {
    return 'read';
  }

  @Get('open')
  @Public()
  open(): string {
    return 'open';
  }
}

@Controller('forgotten')
class ForgottenController {
  @Get()
  list(): string {
    return 'list';
  }

  @Get('guarded')
  @Requires('read', 'Parcel')
  guarded(): string {
    return 'guarded';
  }
}

@Global()
@Module({
  providers: [
    { provide: AUTHENTICATOR, useValue: {} },
    { provide: REFUSALS, useValue: {} },
    { provide: TenancyService, useValue: {} },
  ],
  exports: [AUTHENTICATOR, REFUSALS, TenancyService],
})
class Surroundings {}

@Module({ imports: [Surroundings, PermissionsModule.forRoot([])], controllers: [GuardedController] })
class CarefulApi {}

@Module({
  imports: [Surroundings, PermissionsModule.forRoot([])],
  controllers: [GuardedController, ForgottenController],
})
class ForgetfulApi {}

describe('an api', () => {
  const boot = (api: Type) => NestFactory.createApplicationContext(api, { logger: false, abortOnError: false });

  it('does not start with an endpoint that has neither @Requires nor @Public, and names it', async () => {
    await expect(boot(ForgetfulApi)).rejects.toThrow(
      /^Endpoints without @Requires or @Public: ForgottenController\.list$/,
    );
  });

  it('starts when every endpoint says what it asks of its caller', async () => {
    const started = await boot(CarefulApi);
    await started.close();
  });
});
