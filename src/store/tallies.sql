-- Every agreement in numbers.
SELECT
    a.slug,
    a.time_zone,
    (
        SELECT json_group_array(json_array(joined_on, left_on)) FROM partner WHERE agreement_id = a.id
    ) AS memberships,
    (SELECT count(*) FROM seat WHERE agreement_id = a.id AND person_id IS NOT NULL) AS n_seats,
    (SELECT coalesce(sum(wants_no_mail), 0) FROM person WHERE agreement_id = a.id) AS n_without_mail,
    (
        SELECT coalesce(sum(wants_no_reminders AND NOT wants_no_mail), 0) FROM person WHERE agreement_id = a.id
    ) AS n_without_reminders,
    (
        SELECT json_object(
            'number', coalesce(round.number, 0),
            'closes_at', round.closes_at,
            'n_invited', (SELECT count(*) FROM invitation WHERE round_id = round.id AND NOT is_withdrawn),
            'n_answered', (
                SELECT count(*) FROM invitation WHERE round_id = round.id AND NOT is_withdrawn AND answered_on < ?1
            )
        )
        FROM round WHERE agreement_id = a.id AND state = 'open' ORDER BY opens_at, id LIMIT 1
    ) AS open_round,
    (SELECT min(opens_at) FROM round WHERE agreement_id = a.id AND state = 'planned') AS next_opens_at,
    (
        SELECT count(*) FROM round WHERE agreement_id = a.id AND state = 'closed' AND NOT is_imported
    ) AS n_to_share
FROM agreement a
ORDER BY a.id
