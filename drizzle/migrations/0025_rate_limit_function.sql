-- Counters are out of reach but through this function: it counts `used` more under a key and says how
-- many that makes, and how many milliseconds of the window are left. The time is the database's.
CREATE FUNCTION count_requests(counter text, used integer, window_ms integer)
RETURNS TABLE (points integer, ms_left bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH clock AS (SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS ms)
  INSERT INTO public.rate_limits AS kept (key, points, expire)
  SELECT counter, used, clock.ms + window_ms FROM clock
  ON CONFLICT (key) DO UPDATE SET
    points = CASE WHEN kept.expire <= excluded.expire - window_ms THEN 0 ELSE kept.points END + excluded.points,
    expire = CASE WHEN kept.expire <= excluded.expire - window_ms THEN excluded.expire ELSE kept.expire END
  RETURNING kept.points, kept.expire - (SELECT ms FROM clock)
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION count_requests(text, integer, integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION count_requests(text, integer, integer) TO alwrity_app;
--> statement-breakpoint
REVOKE ALL ON rate_limits FROM alwrity_app;
