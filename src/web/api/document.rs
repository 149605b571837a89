//! The OpenAPI document, made from the table of operations and the values that they give.

use strum::IntoEnumIterator;
use utoipa::ToSchema;
use utoipa::openapi::path::{OperationBuilder, ParameterBuilder, ParameterIn, PathsBuilder};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ComponentsBuilder, Content, HttpMethod, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, PathItem,
    Paths, Ref, RefOr, Required, ResponseBuilder, Schema,
};

use super::{OPERATIONS, Operation, model};
use crate::app::messages::tell_programs::WebhookEvent;
use crate::domain::audit::Act;
use crate::domain::language::Language;
use crate::words::{self, tr};

/// Problems that an operation may answer with.
fn problems(operation: &Operation) -> Vec<(u16, &'static str)> {
    let mut all = vec![(400, "Bad request"), (401, "No key"), (404, "Not found"), (503, "Busy")];
    if operation.takes.is_some() {
        all.extend([(409, "Conflict"), (415, "Unsupported media type"), (422, "Refused")]);
    }
    if operation.method != http::Method::GET {
        all.push((403, "This key may only read"));
    }
    all.push((413, "Too large"));
    all.sort_unstable();
    all
}

fn content(schema: &str) -> Content {
    Content::new(Some(Ref::from_schema_name(schema)))
}

fn parameter(name: &str) -> RefOr<Schema> {
    let schema = match name {
        "agreement" => {
            ObjectBuilder::new().schema_type(Type::String).pattern(Some("^[a-z0-9][a-z0-9-]{0,40}$"))
        }
        _ => ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(1)).maximum(Some(i32::MAX)),
    };
    RefOr::T(Schema::Object(schema.build()))
}

fn describe(operation: &Operation) -> PathItem {
    let mut built = OperationBuilder::new()
        .operation_id(Some(operation.id))
        .summary(Some(operation.summary))
        .security(SecurityRequirement::new("key", Vec::<String>::new()));
    let open = operation.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    for name in open {
        let parameter = ParameterBuilder::new()
            .name(name)
            .parameter_in(ParameterIn::Path)
            .required(Required::True)
            .schema(Some(parameter(name)));
        built = built.parameter(parameter);
    }
    if let Some(schema) = operation.takes {
        let body = RequestBodyBuilder::new()
            .content("application/json", content(schema))
            .required(Some(Required::True))
            .build();
        built = built.request_body(Some(body));
    }
    let (status, schema) = operation.gives;
    let mut good = ResponseBuilder::new().description(operation.summary);
    if let Some(schema) = schema {
        good = good.content("application/json", content(schema));
    }
    built = built.response(status.to_string(), good.build());
    for (status, title) in problems(operation) {
        let problem =
            ResponseBuilder::new().description(title).content("application/problem+json", content("Problem"));
        built = built.response(status.to_string(), problem.build());
    }
    let method = match operation.method {
        http::Method::POST => HttpMethod::Post,
        http::Method::DELETE => HttpMethod::Delete,
        _ => HttpMethod::Get,
    };
    PathItem::new(method, built.build())
}

/// What webhooks are posted, by event: the acts of the audit log that are told to programs.
fn describe_events() -> Paths {
    let mut paths = PathsBuilder::new();
    let signature = ParameterBuilder::new()
        .name("Polsslag-Signature")
        .parameter_in(ParameterIn::Header)
        .required(Required::True)
        .description(Some("t=SECONDS,v1=HEX: HMAC-SHA-256 of SECONDS.BODY with the webhook's secret"))
        .schema(Some(Schema::Object(ObjectBuilder::new().schema_type(Type::String).build())))
        .build();
    for act in Act::iter().filter(|act| act.is_event()) {
        let body = RequestBodyBuilder::new()
            .content("application/json", content("WebhookEvent"))
            .required(Some(Required::True))
            .build();
        let posted = OperationBuilder::new()
            .operation_id(Some(format!("on-{}", act.code())))
            .summary(Some(tr(Language::En, words::act(act))))
            .securities(Some(Vec::<SecurityRequirement>::new()))
            .parameter(signature.clone())
            .request_body(Some(body))
            .response("2XX", ResponseBuilder::new().description("Taken; anything else is tried again"));
        paths = paths.path(act.code(), PathItem::new(HttpMethod::Post, posted.build()));
    }
    paths.build()
}

fn add<T: ToSchema>(components: ComponentsBuilder) -> ComponentsBuilder {
    let mut schemas: Vec<(String, RefOr<Schema>)> = vec![(T::name().into(), T::schema())];
    T::schemas(&mut schemas);
    components.schemas_from_iter(schemas)
}

/// The whole document.
pub fn document() -> OpenApi {
    let mut paths = PathsBuilder::new();
    for operation in OPERATIONS {
        paths = paths.path(operation.path, describe(operation));
    }
    let own = OperationBuilder::new()
        .operation_id(Some("getDocument"))
        .summary(Some("This document"))
        .securities(Some(Vec::<SecurityRequirement>::new()))
        .response(
            "200",
            ResponseBuilder::new().description("This document").content(
                "application/json",
                Content::new(Some(RefOr::T(Schema::Object(
                    ObjectBuilder::new().schema_type(Type::Object).build(),
                )))),
            ),
        );
    paths = paths.path("/api/v1/openapi.json", PathItem::new(HttpMethod::Get, own.build()));
    let mut components = ComponentsBuilder::new();
    components = add::<model::Agreements>(components);
    components = add::<model::Agreement>(components);
    components = add::<model::Rounds>(components);
    components = add::<model::Readings>(components);
    components = add::<model::Signals>(components);
    components = add::<model::Adjustments>(components);
    components = add::<model::Reports>(components);
    components = add::<model::Webhooks>(components);
    components = add::<model::NewWebhook>(components);
    components = add::<model::MadeWebhook>(components);
    components = add::<model::Problem>(components);
    components = add::<WebhookEvent>(components);
    let scheme = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    let license = LicenseBuilder::new().name("EUPL-1.2").identifier(Some("EUPL-1.2")).build();
    let info = InfoBuilder::new()
        .title("Polsslag")
        .version("1")
        .description(Some("Agreements, rounds and readings for programs. A key opens one agreement; figures come through the disclosure guard."))
        .license(Some(license))
        .build();
    OpenApiBuilder::new()
        .info(info)
        .paths(paths.build())
        .webhooks(Some(describe_events()))
        .components(Some(components.security_scheme("key", scheme).build()))
        .build()
}
