import type { FakeAttempt, FakeClient, FakeSession, TestUser } from "./frontend-api-state";
import { mintSessionToken } from "./test-instance";

const verified = { status: "verified", strategy: "email_code", attempts: 1, expire_at: null };
const WEEK = 7 * 24 * 3600 * 1000;

function profile(user: TestUser) {
  return {
    first_name: user.firstName ?? null,
    last_name: user.lastName ?? null,
    image_url: "",
    has_image: false,
  };
}

/** `UserJSON` of @clerk/shared, as far as clerk-js reads it. */
export function userResource(user: TestUser) {
  const email = {
    object: "email_address",
    id: `idn_${user.id}`,
    email_address: user.email,
    verification: verified,
    linked_to: [],
    matches_sso_connection: false,
  };
  return {
    object: "user",
    id: user.id,
    ...profile(user),
    username: null,
    external_id: null,
    primary_email_address_id: email.id,
    primary_phone_number_id: null,
    primary_web3_wallet_id: null,
    email_addresses: [email],
    phone_numbers: [],
    web3_wallets: [],
    passkeys: [],
    external_accounts: [],
    enterprise_accounts: [],
    saml_accounts: [],
    organization_memberships: [],
    password_enabled: true,
    totp_enabled: false,
    backup_code_enabled: false,
    two_factor_enabled: false,
    create_organization_enabled: false,
    delete_self_enabled: true,
    public_metadata: {},
    unsafe_metadata: {},
    last_sign_in_at: Date.now(),
    created_at: Date.now(),
    updated_at: Date.now(),
  };
}

/** A fresh token of the session, bound to the origin that asked for it. */
export async function tokenResource(session: FakeSession, origin: string | undefined) {
  const request = { userId: session.user.id, sessionId: session.id, azp: origin };
  return { object: "token", jwt: await mintSessionToken(request) };
}

export async function sessionResource(session: FakeSession, origin: string | undefined) {
  return {
    object: "session",
    id: session.id,
    status: "active",
    actor: null,
    tasks: null,
    factor_verification_age: [0, -1],
    last_active_organization_id: null,
    last_active_token: await tokenResource(session, origin),
    public_user_data: {
      ...profile(session.user),
      identifier: session.user.email,
      user_id: session.user.id,
    },
    user: userResource(session.user),
    last_active_at: Date.now(),
    expire_at: session.createdAt + WEEK,
    abandon_at: session.createdAt + 4 * WEEK,
    created_at: session.createdAt,
    updated_at: Date.now(),
  };
}

export function signInResource(attempt: FakeAttempt) {
  const factor = { strategy: "password", status: attempt.sessionId ? "verified" : "unverified" };
  return {
    object: "sign_in",
    id: attempt.id,
    status: attempt.sessionId ? "complete" : "needs_first_factor",
    identifier: attempt.user.email,
    supported_identifiers: ["email_address"],
    supported_first_factors: [
      { strategy: "password" },
      {
        strategy: "email_code",
        email_address_id: `idn_${attempt.user.id}`,
        safe_identifier: attempt.user.email,
        primary: true,
      },
    ],
    supported_second_factors: null,
    first_factor_verification: factor,
    second_factor_verification: null,
    user_data: profile(attempt.user),
    created_session_id: attempt.sessionId,
  };
}

export function signUpResource(attempt: FakeAttempt) {
  return {
    object: "sign_up",
    id: attempt.id,
    status: "complete",
    required_fields: ["email_address", "password"],
    optional_fields: [],
    missing_fields: [],
    unverified_fields: [],
    verifications: { email_address: verified },
    email_address: attempt.user.email,
    has_password: true,
    unsafe_metadata: {},
    created_session_id: attempt.sessionId,
    created_user_id: attempt.user.id,
    abandon_at: Date.now() + WEEK,
  };
}

export async function clientResource(client: FakeClient, origin: string | undefined) {
  const sessions = client.sessions.map((session) => sessionResource(session, origin));
  return {
    object: "client",
    id: client.id,
    sessions: await Promise.all(sessions),
    sign_in: client.signIn && signInResource(client.signIn),
    sign_up: client.signUp && signUpResource(client.signUp),
    last_active_session_id: client.lastActiveSessionId,
    last_authentication_strategy: null,
    captcha_bypass: true,
    cookie_expires_at: null,
    created_at: client.updatedAt,
    updated_at: client.updatedAt,
  };
}
