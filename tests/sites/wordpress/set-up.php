<?php
// Installs a site with a user of every role and an application password for each; prints them as JSON.
[, $folder, $permalinks] = $argv;
$_SERVER['HTTP_HOST'] = parse_url(getenv('SITE_URL'), PHP_URL_HOST) . ':' . parse_url(getenv('SITE_URL'), PHP_URL_PORT);
define('WP_INSTALLING', true);
require "$folder/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
if (!is_blog_installed()) wp_install('Lab', 'admin', 'a@example.org', true, '', 'admin-pass-123');
global $wp_rewrite;
$wp_rewrite->set_permalink_structure($permalinks);
flush_rewrite_rules(false);
wp_set_password('admin-pass-123', 1);
$users = [];
foreach (['admin' => 'administrator', 'editor' => 'editor', 'author' => 'author', 'contributor' => 'contributor', 'subscriber' => 'subscriber'] as $login => $role) {
  $user = get_user_by('login', $login);
  $id = $user ? $user->ID : wp_insert_user(['user_login' => $login, 'user_pass' => "$login-pass-123", 'user_email' => "$login@example.org", 'role' => $role]);
  [$password] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'Contract ' . uniqid()]);
  $users[$login] = WP_Application_Passwords::chunk_password($password);
}
echo json_encode($users), "\n";
