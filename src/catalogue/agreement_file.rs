//! Agreement files, `surveys/samples/*.toml`: one agreement each, with its whole cast.

use super::reader::{At, Problem, Source, Table, Translation, check_id, check_unique};
use super::survey_file::{
    Known, MODES, article_kinds, check_dimension, check_threshold, read_statement, schedule_problem,
};
use crate::domain::adjustment::{Review, ReviewChoice};
use crate::domain::agreement::{
    Adjustment, Agreement, Direction, Event, MAX_CUSTOM_STATEMENTS, Partner, PartnerKind, Person,
};
use crate::domain::article::{Article, ArticleKind, ArticleVersion};
use crate::domain::calendar::find_zone;
use crate::domain::confidentiality::{ConfidentialityOverride, Mode};
use crate::domain::language::Language;
use crate::domain::role::Role;
use crate::domain::survey::{Block, HOW_MANY, MIN_PARTNERS_FOR_HOW_MANY, Survey};
use crate::words::{Phrase, Word};

/// Reads an agreement file. `find_survey` gives the survey that it names, if that one can be found and used.
///
/// Gives the agreement when it can be used, and every problem.
pub fn parse(
    file: &str,
    text: &str,
    find_survey: &dyn Fn(&str) -> Option<Survey>,
) -> (Option<Agreement>, Vec<Problem>) {
    let source = Source::new(file, text);
    let table = source.parse();
    let agreement = read(Table::root(&source, &table), find_survey);
    let agreement = if source.has_errors() { None } else { agreement };
    (agreement, source.into_problems())
}

fn read(root: Table<'_, '_>, find_survey: &dyn Fn(&str) -> Option<Survey>) -> Option<Agreement> {
    let source = root.source();
    let id = root.take_string("id", Phrase::ExpectShortName { example: "city".into() });
    if let Some(id) = &id {
        check_id(source, id);
    }
    let title = root.take_text("title", Translation::Optional);
    let purpose = root.take_text("purpose", Translation::Optional);
    let languages = read_languages(&root);
    let time_zone = root.take_string("time_zone", Word::ExpectZone);
    if let Some(zone) = &time_zone
        && let Err(error) = find_zone(&zone.value)
    {
        source.error(zone.at, schedule_problem(&error));
    }
    let survey_name = root.take_string("survey", Word::ExpectSurvey);
    let survey = survey_name.as_ref().and_then(|name| find_survey(&name.value));
    if let (Some(name), None) = (&survey_name, &survey) {
        source.error(name.at, Phrase::FileSurveyNotFound { id: name.value.clone().into() });
    }
    let confidentiality = root.find_table("confidentiality").map_or_else(Default::default, |table| {
        let mode = table.find_choice("mode", &MODES);
        let threshold =
            table.find_integer("threshold", Word::ExpectThreshold).and_then(|n| check_threshold(source, &n));
        table.finish();
        ConfidentialityOverride { mode, threshold }
    });
    let articles = read_articles(&root);
    let partners = read_partners(&root);
    let people = read_people(&root, &partners);
    let dimensions: Vec<&str> = survey
        .as_ref()
        .map_or_else(Vec::new, |survey| survey.dimensions.iter().map(|d| d.id.as_str()).collect());
    let statements = read_own_statements(&root, survey.as_ref(), &dimensions);
    if let (Some(name), Some(survey)) = (&survey_name, &survey)
        && partners.len() < MIN_PARTNERS_FOR_HOW_MANY
        && survey
            .statements
            .iter()
            .any(|statement| statement.scale.as_deref() == Some(HOW_MANY) && statement.few_partners.is_none())
    {
        source.warn(name.at, Phrase::AdviceHowMany { n: partners.len().into() });
    }
    let is_on_behaviour = |kind: Option<ArticleKind>| kind == Some(ArticleKind::Behaviour);
    if let Some((article, at)) = articles.iter().find(|(article, _)| is_on_behaviour(Some(article.kind)))
        && !statements.iter().any(|statement| is_on_behaviour(statement.article))
    {
        source.warn(*at, Phrase::AdviceBehaviour { id: article.id.clone().into() });
    }
    let articles: Vec<Article> = articles.into_iter().map(|(article, _)| article).collect();
    let events = read_events(&root);
    let adjustments = read_adjustments(&root, &articles, survey.as_ref(), &dimensions);
    root.finish();

    let mode = confidentiality.mode.or(survey.as_ref().map(|survey| survey.confidentiality.mode));
    if mode == Some(Mode::Attributed) {
        for (partner, at) in
            partners.iter().filter(|(p, _)| p.consent_attributed_on.is_none() && p.left_on.is_none())
        {
            source.error(*at, Phrase::FileConsent { id: partner.id.clone().into() });
        }
    }
    Some(Agreement {
        id: id?.value,
        title: title?,
        purpose: purpose?,
        languages,
        time_zone: time_zone?.value,
        survey: survey_name?.value,
        confidentiality,
        articles,
        partners: partners.into_iter().map(|(partner, _)| partner).collect(),
        people,
        statements,
        events,
        adjustments,
    })
}

fn read_languages(root: &Table<'_, '_>) -> Vec<Language> {
    let mut languages = Vec::new();
    for code in root.find_strings("languages", Word::ExpectLanguages) {
        match Language::find(&code.value) {
            Some(language) => languages.push(language),
            None => root.source().error(code.at, Phrase::FileLanguage { code: code.value.into() }),
        }
    }
    if languages.is_empty() {
        languages.push(Language::Nl);
    }
    languages
}

/// The articles, each with where it stands.
fn read_articles(root: &Table<'_, '_>) -> Vec<(Article, usize)> {
    let (mut ids, mut articles) = (Vec::new(), Vec::new());
    for table in root.find_tables("article") {
        let id = table.take_string("id", Phrase::ExpectShortName { example: "contact-1".into() });
        let kind = table.take_choice("kind", &article_kinds());
        let text = table.take_text("text", Translation::Optional);
        let since = table.take_date("since");
        let agreed_by = table.find_string("agreed_by", Word::ExpectWhoAgreed).map(|who| who.value);
        let earlier = read_earlier(&table, since.as_ref().map(|since| since.value));
        let at = table.at();
        table.finish();
        if let Some(id) = &id {
            check_id(root.source(), id);
        }
        if let (Some(id), Some(kind), Some(text), Some(since)) = (&id, kind, text, since) {
            let now = Article {
                id: id.value.clone(),
                kind,
                text,
                since: since.value,
                agreed_by,
                earlier: Vec::new(),
            };
            let all = now.versions().into_iter().chain(earlier).collect();
            articles.push((now.with_versions(all), at));
        }
        ids.extend(id);
    }
    check_unique(root.source(), Word::ThingArticle, &ids);
    articles
}

/// What an article said before; each version lies before the present one.
fn read_earlier(table: &Table<'_, '_>, now_since: Option<chrono::NaiveDate>) -> Vec<ArticleVersion> {
    let mut earlier: Vec<ArticleVersion> = Vec::new();
    for version in table.find_tables("earlier") {
        let text = version.take_text("text", Translation::Optional);
        let since = version.take_date("since");
        let agreed_by = version.find_string("agreed_by", Word::ExpectWhoAgreed).map(|who| who.value);
        version.finish();
        let (Some(text), Some(since)) = (text, since) else { continue };
        if now_since.is_some_and(|now| since.value >= now)
            || earlier.iter().any(|one| one.since == since.value)
        {
            table.source().error(since.at, Phrase::FileVersion { day: since.value.to_string().into() });
        }
        earlier.push(ArticleVersion { text, since: since.value, agreed_by });
    }
    earlier
}

fn read_partners(root: &Table<'_, '_>) -> Vec<(Partner, usize)> {
    const KINDS: [(&str, PartnerKind); 4] = [
        ("provider", PartnerKind::Provider),
        ("municipality", PartnerKind::Municipality),
        ("insurer", PartnerKind::Insurer),
        ("other", PartnerKind::Other),
    ];
    let source = root.source();
    let (mut ids, mut partners) = (Vec::new(), Vec::new());
    for table in root.find_tables("partner") {
        let id = table.take_string("id", Phrase::ExpectShortName { example: "P01".into() });
        let name = table.take_string("name", Word::ExpectOrganisation);
        let kind = table.take_choice("kind", &KINDS);
        let joined_on = table.take_date("joined_on");
        let left_on = table.find_date("left_on");
        let consent = table.find_date("consent_attributed_on");
        let at = table.at();
        table.finish();
        if let Some(id) = &id {
            check_id(source, id);
        }
        if let (Some(joined), Some(left)) = (&joined_on, &left_on)
            && left.value < joined.value
        {
            let (on, joined) = (left.value.to_string().into(), joined.value.to_string().into());
            source.error(left.at, Phrase::FileLeftEarly { left: on, joined });
        }
        if let (Some(id), Some(name), Some(kind), Some(joined_on)) = (&id, name, kind, joined_on) {
            let partner = Partner {
                id: id.value.clone(),
                name: name.value,
                kind,
                joined_on: joined_on.value,
                left_on: left_on.map(|on| on.value),
                consent_attributed_on: consent.map(|on| on.value),
            };
            partners.push((partner, at));
        }
        ids.extend(id);
    }
    check_unique(source, Word::ThingPartner, &ids);
    if ids.is_empty() {
        source.error(0, Word::FileNoPartner);
    }
    partners
}

fn read_people(root: &Table<'_, '_>, partners: &[(Partner, usize)]) -> Vec<Person> {
    const LANGUAGES: [(&str, Language); 2] = [("nl", Language::Nl), ("en", Language::En)];
    const ROLES: [(&str, Role); 2] = [("executive", Role::Executive), ("practitioner", Role::Practitioner)];
    let source = root.source();
    let (mut mails, mut seats, mut people) = (Vec::new(), Vec::new(), Vec::new());
    for table in root.find_tables("person") {
        let name = table.take_string("name", Word::ExpectPersonName);
        let mail = table.take_string("mail", Word::ExpectMail);
        let phone = table.find_string("phone", Word::ExpectPhone).map(|phone| phone.value);
        let language = table.find_choice("language", &LANGUAGES).unwrap_or_default();
        let partner = table.find_string("partner", Word::ExpectPartner);
        let role = table.find_choice("role", &ROLES);
        let seat = table.find_string("seat", Word::ExpectSeat);
        let facilitator = table.find_flag("facilitator");
        let chair = table.find_flag("chair");
        let steering = table.find_flag("steering") || chair;
        let contact = table.find_flag("contact");
        let at = table.at();
        table.finish();
        let mail = mail.map(|mail| At { at: mail.at, value: mail.value.to_lowercase() });
        if let Some(mail) = &mail
            && !is_mail_address(&mail.value)
        {
            source.error(mail.at, Phrase::FileMail { mail: mail.value.clone().into() });
        }
        match &partner {
            Some(partner) if !partners.iter().any(|(p, _)| p.id == partner.value) => {
                source.error(partner.at, Phrase::FilePartnerUnknown { id: partner.value.clone().into() });
            }
            None if seat.is_some() || contact || !(facilitator || steering) => {
                source.error(at, Word::FilePartnerless);
            }
            _ => {}
        }
        match &seat {
            Some(seat) => {
                check_id(source, seat);
                if role.is_none() {
                    source.error(at, Word::FileSeatRole);
                }
            }
            None if !(facilitator || steering || contact) => {
                source.error(at, Word::FileIdle);
            }
            None => {}
        }
        if let (Some(name), Some(mail)) = (name, &mail) {
            people.push(Person {
                name: name.value,
                mail: mail.value.clone(),
                phone,
                language,
                partner: partner.map(|partner| partner.value),
                role,
                seat: seat.as_ref().map(|seat| seat.value.clone()),
                facilitator,
                steering,
                chair,
                contact,
            });
        }
        mails.extend(mail);
        seats.extend(seat);
    }
    check_unique(source, Word::ThingMail, &mails);
    check_unique(source, Word::ThingSeat, &seats);
    people
}

/// Whether a text can be an address: one `@`, something before it, a dotted domain after it, no space or bracket.
/// The mail server has the last word.
pub fn is_mail_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    !local.is_empty()
        && text.len() <= 254
        && text.chars().all(|c| c.is_ascii_graphic() && !"<>()[],;:\\\"".contains(c))
        && !domain.contains('@')
        && domain.contains('.')
        && domain
            .split('.')
            .all(|label| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
}

fn read_own_statements(
    root: &Table<'_, '_>,
    survey: Option<&Survey>,
    dimensions: &[&str],
) -> Vec<crate::domain::survey::Statement> {
    let source = root.source();
    let tables = root.find_tables("statement");
    if let Some(third) = tables.get(MAX_CUSTOM_STATEMENTS) {
        source.error(third.at(), Word::FileTooManyOwn);
    }
    // The one of statements that name none comes first.
    let mut scales: Vec<&str> = Vec::new();
    if let Some(survey) = survey {
        scales.extend(survey.scales.keys().map(String::as_str));
        scales.sort_by_key(|name| survey.scales[*name] != survey.scale);
    }
    let (mut ids, mut statements) = (Vec::new(), Vec::new());
    for table in tables {
        let (id, statement) = read_statement(table, &Known { dimensions, scales: &scales }, Some(Block::Own));
        if let (Some(id), Some(survey)) = (&id, survey)
            && survey.find_statement(&id.value).is_some()
        {
            source.error(id.at, Phrase::FileStatementTaken { id: id.value.clone().into() });
        }
        ids.extend(id);
        statements.extend(statement);
    }
    check_unique(source, Word::ThingStatement, &ids);
    statements
}

fn read_events(root: &Table<'_, '_>) -> Vec<Event> {
    let mut events = Vec::new();
    for table in root.find_tables("event") {
        let on = table.take_date("on");
        let title = table.take_text("title", Translation::Optional);
        table.finish();
        if let (Some(on), Some(title)) = (on, title) {
            events.push(Event { on: on.value, title });
        }
    }
    events
}

fn read_adjustments(
    root: &Table<'_, '_>,
    articles: &[Article],
    survey: Option<&Survey>,
    dimensions: &[&str],
) -> Vec<Adjustment> {
    const DIRECTIONS: [(&str, Direction); 3] =
        [("up", Direction::Up), ("same", Direction::Same), ("down", Direction::Down)];
    let source = root.source();
    let mut adjustments = Vec::new();
    for table in root.find_tables("adjustment") {
        let on = table.take_date("on");
        let title = table.take_text("title", Translation::Optional);
        let article = table.take_string("article", Word::ExpectArticle);
        let old = table.take_text("old", Translation::Optional);
        let new = table.take_text("new", Translation::Optional);
        let why = table.take_text("why", Translation::Optional);
        let dimension = table.take_string("expected_dimension", Word::ExpectSurveyDimension);
        let direction = table.take_choice("expected_direction", &DIRECTIONS);
        let review_on = table.take_date("review_on");
        let owner = table.take_string("owner", Word::ExpectOwner);
        let agreed_by = table.find_string("agreed_by", Word::ExpectWhoAgreed).map(|who| who.value);
        let by_round = table.find_integer("expected_by_round", Word::ExpectRound);
        let expected_by_round = by_round.and_then(|n| {
            let read = u32::try_from(n.value).ok().filter(|n| *n > 0);
            if read.is_none() {
                source.error(n.at, Phrase::FileByRound { n: n.value.into() });
            }
            read
        });
        let review = table.find_table("review").and_then(read_review);
        table.finish();
        if let Some(article) = &article
            && !articles.iter().any(|a| a.id == article.value)
        {
            source.error(article.at, Phrase::FileArticleUnknown { id: article.value.clone().into() });
        }
        check_dimension(source, dimension.as_ref(), dimensions);
        if let Some(dimension) = dimension.as_ref().filter(|dimension| {
            survey.is_some_and(|survey| {
                survey.find_dimension(&dimension.value).is_some() && !survey.has_line(&dimension.value)
            })
        }) {
            source.warn(dimension.at, Phrase::AdviceNoLine { id: dimension.value.clone().into() });
        }
        if let (Some(on), Some(review)) = (&on, &review_on)
            && review.value <= on.value
        {
            let (day, on) = (review.value.to_string().into(), on.value.to_string().into());
            source.error(review.at, Phrase::FileReviewEarly { review: day, on });
        }
        if let (Some(on), Some(title), Some(article), Some(old), Some(new), Some(why)) =
            (on, title, article, old, new, why)
            && let (Some(dimension), Some(direction), Some(review_on), Some(owner)) =
                (dimension, direction, review_on, owner)
        {
            adjustments.push(Adjustment {
                on: on.value,
                title,
                article: article.value,
                old,
                new,
                why,
                expected_dimension: dimension.value,
                expected_direction: direction,
                review_on: review_on.value,
                owner: owner.value,
                expected_by_round,
                agreed_by,
                review,
            });
        }
    }
    adjustments
}

fn read_review(table: Table<'_, '_>) -> Option<Review> {
    let choices = ReviewChoice::ALL.map(|choice| (choice.code(), choice));
    let on = table.take_date("on");
    let choice = table.take_choice("choice", &choices);
    let said = table.take_string("said", Word::ExpectSaid);
    table.finish();
    Some(Review { on: on?.value, choice: choice?, said: said?.value })
}
