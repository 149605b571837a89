-- An agreement with its whole cast as one JSON value, in the shape of `domain::agreement::Agreement`.
SELECT json_object(
    'id', a.slug,
    'title', json_object('nl', a.title_nl, 'en', a.title_en),
    'purpose', json_object('nl', a.purpose_nl, 'en', a.purpose_en),
    'languages', json(a.languages),
    'time_zone', a.time_zone,
    'survey', a.survey_slug,
    'confidentiality', json_object('mode', a.mode, 'threshold', a.threshold),
    'articles', (
        SELECT json_group_array(json_object(
            'id', article.slug,
            'kind', article.kind,
            'text', json_object('nl', now.text_nl, 'en', now.text_en),
            'since', now.since_on,
            'agreed_by', now.agreed_by,
            'earlier', (
                SELECT json_group_array(json_object(
                    'text', json_object('nl', text_nl, 'en', text_en),
                    'since', since_on,
                    'agreed_by', agreed_by
                ) ORDER BY since_on)
                FROM article_version WHERE article_id = article.id AND since_on < now.since_on
            )
        ) ORDER BY article.id)
        FROM article JOIN article_version now ON now.article_id = article.id
        WHERE article.agreement_id = a.id
            AND now.since_on = (SELECT max(since_on) FROM article_version WHERE article_id = article.id)
    ),
    'partners', (
        SELECT json_group_array(json_object(
            'id', slug,
            'name', name,
            'kind', kind,
            'joined_on', joined_on,
            'left_on', left_on,
            'consent_attributed_on', consent_attributed_on
        ) ORDER BY id)
        FROM partner WHERE agreement_id = a.id
    ),
    'people', (
        SELECT json_group_array(json_object(
            'name', person.name,
            'mail', person.mail,
            'phone', person.phone,
            'language', person.language,
            'partner', partner.slug,
            'role', person.role,
            'seat', seat.slug,
            'facilitator', json(iif(person.is_facilitator, 'true', 'false')),
            'steering', json(iif(person.is_steering, 'true', 'false')),
            'chair', json(iif(person.is_chair, 'true', 'false')),
            'contact', json(iif(person.is_contact, 'true', 'false'))
        ) ORDER BY person.id)
        FROM person
            LEFT JOIN partner ON partner.id = person.partner_id
            LEFT JOIN seat ON seat.person_id = person.id
        WHERE person.agreement_id = a.id
            AND (person.is_facilitator OR person.is_steering OR person.is_contact OR seat.id IS NOT NULL)
    ),
    'statements', (
        SELECT json_group_array(json(definition) ORDER BY slug) FROM own_statement WHERE agreement_id = a.id
    ),
    'events', (
        SELECT json_group_array(json_object(
            'on', happened_on,
            'title', json_object('nl', title_nl, 'en', title_en)
        ) ORDER BY happened_on, id)
        FROM event WHERE agreement_id = a.id
    ),
    'adjustments', (
        SELECT json_group_array(json_object(
            'on', in_force_on,
            'title', json_object('nl', title_nl, 'en', title_en),
            'article', article.slug,
            'old', json_object('nl', old_nl, 'en', old_en),
            'new', json_object('nl', new_nl, 'en', new_en),
            'why', json_object('nl', why_nl, 'en', why_en),
            'expected_dimension', expected_dimension,
            'expected_direction', expected_direction,
            'review_on', review_on,
            'owner', owner,
            'expected_by_round', expected_by_round,
            'agreed_by', agreed_by,
            'review', json(iif(reviewed_on IS NULL, NULL, json_object(
                'on', reviewed_on, 'choice', review_choice, 'said', coalesce(review_said, '')
            )))
        ) ORDER BY in_force_on, adjustment.id)
        FROM adjustment JOIN article ON article.id = article_id
        WHERE adjustment.agreement_id = a.id AND state IN ('in-force', 'reviewed')
    )
) FROM agreement a WHERE a.id = ?1
