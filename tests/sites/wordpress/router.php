<?php
// Stands in for the web server: files, then index.php. Without rewriting, any other path is a 404.
$base = getenv('SITE_BASE');
$root = $_SERVER['DOCUMENT_ROOT'];
$uri = urldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
if (strpos("$uri/", "$base/") !== 0) { http_response_code(404); echo 'Not Found'; return true; }
$home = rtrim($uri, '/') === $base;
if (!$home && is_file($root . rtrim($uri, '/') . '/index.php')) $uri = rtrim($uri, '/') . '/index.php';
if (!$home && is_file($root . $uri)) {
  if (substr($uri, -4) !== '.php') return false;
  $_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $uri;
  $_SERVER['SCRIPT_FILENAME'] = $root . $uri;
  chdir(dirname($root . $uri));
  require $root . $uri;
  return true;
}
if (!$home && getenv('SITE_NO_REWRITE') && strpos($uri, "$base/index.php") !== 0) {
  http_response_code(404);
  echo '<h1>Not Found</h1>';
  return true;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = "$base/index.php";
$_SERVER['SCRIPT_FILENAME'] = "$root$base/index.php";
chdir("$root$base");
require "$root$base/index.php";
return true;
