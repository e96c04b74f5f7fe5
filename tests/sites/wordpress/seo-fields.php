<?php
// Registers and shows what Yoast and Rank Math keep for search engines and shared links, as a site does that opens those
// fields to its REST interface: both plug-ins need https to be fetched, and neither is part of a package.
foreach ([
  '_yoast_wpseo_title', '_yoast_wpseo_metadesc', '_yoast_wpseo_canonical', '_yoast_wpseo_opengraph-image', '_yoast_wpseo_twitter-image',
  'rank_math_title', 'rank_math_description', 'rank_math_canonical_url', 'rank_math_facebook_image', 'rank_math_twitter_image',
] as $name) {
  register_post_meta('post', $name, [
    'type' => 'string', 'single' => true, 'show_in_rest' => true, 'auth_callback' => fn() => current_user_can('edit_posts'),
  ]);
}
add_action('wp_head', function () {
  if (!is_singular('post')) return;
  $told = fn($name) => esc_attr(get_post_meta(get_the_ID(), $name, true));
  foreach (['_yoast_wpseo_canonical', 'rank_math_canonical_url'] as $name)
    if ($told($name)) printf("<link rel=\"canonical\" href=\"%s\" data-field=\"$name\" />\n", $told($name));
  foreach (['_yoast_wpseo_opengraph-image', 'rank_math_facebook_image'] as $name)
    if ($told($name)) printf("<meta property=\"og:image\" content=\"%s\" data-field=\"$name\" />\n", $told($name));
});
