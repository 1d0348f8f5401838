import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  ExternalIdentitiesService,
  OIDC_ATTEMPT_ATTRIBUTES,
  OIDC_ATTEMPT_COOKIE,
  OIDC_PROOF_ATTRIBUTES,
  OIDC_PROOF_COOKIE,
  OidcProofService,
  OidcSignInService,
} from '@shucu/identity';
import { Public } from '@shucu/permissions';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Limited } from '../http/edge/limited.decorator.js';
import { Returns, ReturnsNothing } from '../http/returns.decorator.js';
import { comingOf, signedIn } from '../sign-in/session-cookies.js';
import { tenantCodeSchema } from '../sign-in/sign-in.schema.js';
import {
  oidcBeginningSchema,
  oidcDestinationSchema,
  oidcInvitationSchema,
  oidcSessionSchema,
  slugSchema,
} from './oidc.schema.js';

/**
 * Single sign-on in three steps: the page asks where to go, the provider sends the browser to the callback, and the page the
 * callback leads to asks for what follows, with all its cookies, which do not come along from another site.
 */
@ApiTags('sign-in')
@Controller('v1/tenants/:code/oidc/:slug')
export class OidcController {
  constructor(
    private readonly proofs: OidcProofService,
    private readonly signIns: OidcSignInService,
    private readonly identities: ExternalIdentitiesService,
  ) {}

  @Post()
  @Public()
  @Limited('signIn')
  @Returns(oidcDestinationSchema, 'Where to sign in; the browser keeps what must come back')
  async begin(
    @Param('code', { schema: tenantCodeSchema }) tenantCode: string,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: oidcBeginningSchema }) { returnTo }: z.output<typeof oidcBeginningSchema>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ url: string }> {
    const { url, attempt } = await this.proofs.begin({ tenantCode, slug }, returnTo);
    void reply.setCookie(OIDC_ATTEMPT_COOKIE, attempt, OIDC_ATTEMPT_ATTRIBUTES);
    return { url };
  }

  @Get('callback')
  @Public()
  @Limited('signIn')
  @HttpCode(303)
  @ApiOperation({ summary: 'Back from the provider: on to the page that had begun, with a proof' })
  @ApiResponse({ status: 303, description: 'The proof is in a cookie, good once and for five minutes' })
  async finish(
    @Param('code', { schema: tenantCodeSchema }) tenantCode: string,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Req() { url, cookies }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    void reply.clearCookie(OIDC_ATTEMPT_COOKIE, OIDC_ATTEMPT_ATTRIBUTES);
    // As it was sent: a parameter that is there twice must be seen to be.
    const parameters = new URLSearchParams(url.split('?').slice(1).join('?'));
    const attemptCookie = cookies[OIDC_ATTEMPT_COOKIE];
    const { proof, returnTo } = await this.proofs.finish({ tenantCode, slug, parameters, attemptCookie });
    void reply.setCookie(OIDC_PROOF_COOKIE, proof, OIDC_PROOF_ATTRIBUTES).header('location', returnTo);
  }

  @Post('session')
  @Public()
  @Limited('signIn')
  @ReturnsNothing('Signed in by the proof: the session is in the cookie')
  async signIn(
    @Param('code', { schema: tenantCodeSchema }) tenantCode: string,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: oidcSessionSchema }) { code }: z.output<typeof oidcSessionSchema>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const proofCookie = request.cookies[OIDC_PROOF_COOKIE];
    const attempt = { tenantCode, slug, code, proofCookie, ...comingOf(request) };
    signedIn(request, reply, await this.signIns.signIn(attempt));
    void reply.clearCookie(OIDC_PROOF_COOKIE, OIDC_PROOF_ATTRIBUTES);
  }

  @Post('invitation')
  @Public()
  @Limited('signIn')
  @ReturnsNothing('The invitation is accepted: from now on one signs in by this provider')
  async accept(
    @Param('code', { schema: tenantCodeSchema }) tenantCode: string,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: oidcInvitationSchema }) { token }: z.output<typeof oidcInvitationSchema>,
    @Req() { cookies }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const proofCookie = cookies[OIDC_PROOF_COOKIE];
    await this.identities.acceptInvitation({ tenantCode, token }, { slug, proofCookie });
    void reply.clearCookie(OIDC_PROOF_COOKIE, OIDC_PROOF_ATTRIBUTES);
  }
}
