const ATTRIBUTES = [
  "email_address",
  "phone_number",
  "username",
  "web3_wallet",
  "first_name",
  "last_name",
  "password",
  "authenticator_app",
  "backup_code",
  "passkey",
] as const;

const disabledAttribute = {
  enabled: false,
  required: false,
  used_for_first_factor: false,
  first_factors: [],
  used_for_second_factor: false,
  second_factors: [],
  verifications: [],
  verify_at_sign_up: false,
};

const userSettings = {
  attributes: {
    ...Object.fromEntries(ATTRIBUTES.map((name) => [name, disabledAttribute])),
    email_address: {
      ...disabledAttribute,
      enabled: true,
      required: true,
      used_for_first_factor: true,
      first_factors: ["email_code"],
    },
    password: { ...disabledAttribute, enabled: true, required: true },
  },
  actions: { delete_self: true, create_organization: false },
  social: {},
  saml: { enabled: false },
  enterprise_sso: { enabled: false },
  sign_in: { second_factor: { required: false } },
  sign_up: {
    captcha_enabled: false,
    custom_action_required: false,
    disable_hibp: true,
    legal_consent_enabled: false,
    mode: "public",
    progressive: true,
  },
  password_settings: {
    allowed_special_characters: "",
    disable_hibp: true,
    max_length: 72,
    min_length: 8,
    min_zxcvbn_strength: 0,
    require_lowercase: false,
    require_numbers: false,
    require_special_char: false,
    require_uppercase: false,
    show_zxcvbn: false,
  },
  passkey_settings: { allow_autofill: false, show_sign_in_button: false },
  username_settings: { min_length: 4, max_length: 64 },
};

/** Where Clerk's components go after each step; every one is a page of the application. */
function displayUrls(applicationUrl: string) {
  const signIn = `${applicationUrl}/sign-in`;
  const steps = ["after_sign_in", "after_sign_up", "after_switch_session"];
  return {
    home_url: applicationUrl,
    sign_in_url: signIn,
    sign_up_url: `${applicationUrl}/sign-up`,
    after_sign_out_one_url: signIn,
    after_sign_out_all_url: signIn,
    user_profile_url: applicationUrl,
    organization_profile_url: applicationUrl,
    create_organization_url: applicationUrl,
    after_leave_organization_url: applicationUrl,
    after_create_organization_url: applicationUrl,
    waitlist_url: applicationUrl,
    after_join_waitlist_url: applicationUrl,
    terms_url: "",
    privacy_policy_url: "",
    logo_image_url: "",
    favicon_image_url: "",
    ...Object.fromEntries(steps.map((step) => [`${step}_url`, applicationUrl])),
  };
}

function displayConfig(applicationUrl: string) {
  return {
    object: "display_config",
    id: "display_config_test",
    application_name: "ALwrity",
    branded: false,
    captcha_public_key: null,
    captcha_public_key_invisible: null,
    captcha_widget_type: null,
    captcha_provider: "turnstile",
    captcha_oauth_bypass: [],
    captcha_heartbeat: false,
    instance_environment_type: "production",
    preferred_sign_in_strategy: "password",
    show_devmode_warning: false,
    support_email: "",
    theme: { buttons: {}, general: {}, accounts: {} },
    ...displayUrls(applicationUrl),
  };
}

/**
 * The body of `GET /v1/environment`: e-mail and password, no captcha, no organisations. Shapes are
 * `EnvironmentJSON` of @clerk/shared.
 */
export function environment(applicationUrl: string) {
  const billing = { enabled: false, has_paid_plans: false };
  return {
    object: "environment",
    id: "env_test",
    auth_config: {
      object: "auth_config",
      id: "aac_test",
      claimed_at: null,
      reverification: false,
      single_session_mode: true,
      preferred_channels: null,
    },
    display_config: displayConfig(applicationUrl),
    user_settings: userSettings,
    organization_settings: {
      enabled: false,
      max_allowed_memberships: 1,
      force_organization_selection: false,
      actions: { admin_delete: false },
      domains: { enabled: false, enrollment_modes: [], default_role: null },
      slug: { disabled: true },
    },
    commerce_settings: {
      object: "commerce_settings",
      id: "commerce_settings_test",
      billing: { stripe_publishable_key: null, user: billing, organization: billing },
    },
    api_keys_settings: {
      enabled: false,
      user_api_keys_enabled: false,
      orgs_api_keys_enabled: false,
    },
    protect_config: { object: "protect_config", id: "protect_test", loaders: [] },
    maintenance_mode: false,
    client_debug_mode: false,
    partitioned_cookies: false,
  };
}
